package io.github.hubsh.core.zmtp;

/** The peer breaks the protocol or a limit. The connection is over: write the {@link #reply}, and close it. */
public final class ZmtpException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Octets reply;
    private final boolean concernsSecurity;

    ZmtpException(String message) {
        this(message, Octets.EMPTY, false);
    }

    private ZmtpException(String message, Octets reply, boolean concernsSecurity) {
        // Random bytes must cost little: this stack has no reader.
        super(message, null, false, false);
        this.reply = reply;
        this.concernsSecurity = concernsSecurity;
    }

    /** The peer has other keys, none, or the wrong mechanism: to connect again in the same way is of no use. */
    static ZmtpException ofSecurity(String message) {
        return new ZmtpException(message, Octets.EMPTY, true);
    }

    ZmtpException withReply(Octets last) {
        return new ZmtpException(String.valueOf(getMessage()), last, concernsSecurity);
    }

    /** Whether the security mechanisms or the keys of both sides do not fit, or a message was forged. */
    public boolean concernsSecurity() {
        return concernsSecurity;
    }

    /** Returns what to write before closing: an ERROR command in a handshake, else nothing. */
    public Octets reply() {
        return reply;
    }
}
