package io.github.hubsh.shell.console;

import io.github.hubsh.shell.render.AsciiFallback;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The stream before a terminal that does not understand UTF-8. Each write is a whole text in UTF-8. */
public final class LocaleStream extends OutputStream {
    private final OutputStream terminal;
    private final Charset charset;

    /** Returns a stream that writes UTF-8 text to a terminal in the terminal's charset. */
    public static OutputStream of(OutputStream terminal, Charset charset) {
        return new LocaleStream(terminal, charset);
    }

    private LocaleStream(OutputStream terminal, Charset charset) {
        this.terminal = terminal;
        this.charset = charset;
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
