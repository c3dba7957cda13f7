package io.github.hubsh.core.message;

/** What an error reply needs of its request, kept while the request is under way. */
public interface RequestOutline {
    /** Returns the request without its data. */
    ExecuteRequest request();

    /** Returns how many bytes the outline holds, roughly. */
    int size();

    /**
     * Outlines a request that was read.
     *
     * @param textSize how many bytes its text has
     */
    static RequestOutline of(ExecuteRequest request, int textSize) {
        Header header = request.header();
        ExecuteRequest outline =
                new ExecuteRequest(header, request.command(), Payload.NONE, request.silent(), request.stopOnError());
        int texts = header.msgId().length()
                + header.session().length()
                + header.date().length()
                + header.source().length()
                + header.target().length()
                + request.command().length();
        return new ReadOutline(outline, header.unknown().isEmpty() ? texts : Math.max(texts, textSize));
    }

    /** The outline of a request that was read. */
    record ReadOutline(ExecuteRequest request, int size) implements RequestOutline {}
}
