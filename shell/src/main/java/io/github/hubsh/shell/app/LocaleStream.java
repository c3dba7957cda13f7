package io.github.hubsh.shell.app;

import io.github.hubsh.shell.render.AsciiFallback;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A terminal that does not understand UTF-8, in front of which every write is a whole text of it. */
final class LocaleStream extends OutputStream {
    private final OutputStream terminal;
    private final Charset charset;

    LocaleStream(OutputStream terminal, Charset charset) {
        this.terminal = terminal;
        this.charset = charset;
    }

    /** Returns the same process, but with one before each terminal that needs it. */
    static ProcessEnvironment before(ProcessEnvironment process) {
        Charset charset = process.charset();
        if (charset.equals(StandardCharsets.UTF_8)) {
            return process;
        }
        return new ProcessEnvironment(
                process.in(),
                process.terminalOut() ? new LocaleStream(process.out(), charset) : process.out(),
                process.terminalErr() ? new LocaleStream(process.err(), charset) : process.err(),
                process.environment(),
                process.directory(),
                process.terminalIn(),
                process.terminalOut(),
                process.terminalErr());
    }

    @Override
    public void write(int b) throws IOException {
        terminal.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        String text = new String(Arrays.copyOfRange(bytes, offset, offset + length), StandardCharsets.UTF_8);
        // A locale without any charset is mostly a forgotten one: letters are safer as they are.
        Charset written = charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
        terminal.write(AsciiFallback.text(text, charset).getBytes(written));
    }

    @Override
    public void flush() throws IOException {
        terminal.flush();
    }
}
