package io.github.hubsh.shell.live;

import io.github.hubsh.core.key.Certificate;
import io.github.hubsh.core.key.CertificateException;
import io.github.hubsh.core.key.CurveKey;
import io.github.hubsh.core.key.CurveKeyPair;
import io.github.hubsh.shell.store.PrivateFolder;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * The files of keys: read, checked, made. No text of an error has a key in it, and no key is taken from anywhere else:
 * what stands on a command line is seen by every user of the machine, and kept in histories.
 */
final class KeyFiles {
    private static final String SECRET = ".key";
    private static final String PUBLIC = ".pub";
    private static final Pattern KEY_ITSELF = Pattern.compile("[0-9a-zA-Z.\\-:+=^!/*?&<>()\\[\\]{}@%$#]{40}");

    private KeyFiles() {}

    /** Reads the public key of another. */
    static CurveKey publicKey(String file) {
        Certificate certificate = certificate(file);
        if (certificate.pair() != null) {
            throw wrong(file + " holds a secret key, and is not for others")
                    .hint("copy the public one instead, which keygen has made beside it: NAME" + PUBLIC);
        }
        return certificate.publicKey();
    }

    /** Reads our own keys, from a file that no other user can read. */
    static CurveKeyPair ownKeys(String file) {
        Certificate certificate = certificate(file);
        CurveKeyPair pair = certificate.pair();
        if (pair == null) {
            throw wrong(file + " holds a public key only")
                    .hint("name the file with the secret key: NAME" + SECRET + "; hubsh keygen NAME makes both");
        }
        try {
            if (!PrivateFolder.isPrivate(Path.of(file))) {
                throw wrong("others can read the secret key in " + file).hint("chmod 600 " + file);
            }
        } catch (IOException e) {
            throw wrong("cannot look at " + file + ": " + e.getMessage());
        }
        return pair;
    }

    /** Makes both files, and returns the public key. */
    static CurveKey generate(String name) {
        Certificate made = Certificate.of(CurveKeyPair.generate(new SecureRandom()));
        requireFree(name + SECRET);
        requireFree(name + PUBLIC);
        write(name + SECRET, made, "rw-------");
        write(name + PUBLIC, made.withoutSecret(), "rw-r--r--");
        return made.publicKey();
    }

    private static Certificate certificate(String file) {
        if (isKey(file) && !isThere(file)) {
            throw wrong("keys are read from files only: a key on the command line is no secret any more")
                    .hint("name the file that it is in; if it was a secret key, make another: hubsh keygen NAME");
        }
        try {
            return Certificate.read(Path.of(file));
        } catch (NoSuchFileException | InvalidPathException missing) {
            throw wrong("there is no file " + file).hint("hubsh keygen NAME makes NAME.key and NAME.pub");
        } catch (CertificateException e) {
            throw wrong(file + " is no certificate of ZeroMQ: " + e.getMessage())
                    .hint("hubsh keygen NAME makes such files, and so does zmq.auth of pyzmq");
        } catch (IOException e) {
            throw wrong("cannot read " + file + ": " + e.getMessage());
        }
    }

    /** A path may be as long as a key, and have no other characters. */
    private static boolean isKey(String text) {
        return KEY_ITSELF.matcher(text).matches() && !text.endsWith(SECRET) && !text.endsWith(PUBLIC);
    }

    private static boolean isThere(String file) {
        try {
            return Files.exists(Path.of(file));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static void requireFree(String file) {
        if (Files.exists(Path.of(file), LinkOption.NOFOLLOW_LINKS)) {
            throw wrong("there is a file " + file + " already, and keys are not overwritten")
                    .hint("choose another name, or move it away");
        }
    }

    private static void write(String file, Certificate certificate, String mode) {
        try {
            PrivateFolder.createFile(Path.of(file), certificate.format().getBytes(StandardCharsets.UTF_8), mode);
        } catch (NoSuchFileException e) {
            throw wrong("there is no folder for " + file);
        } catch (IOException e) {
            throw wrong("cannot write " + file + ": " + e.getMessage());
        }
    }

    private static ShellException wrong(String message) {
        return new ShellException(Problem.BAD_FILE, message);
    }
}
