package io.github.hubsh.core.access;

import io.github.hubsh.core.key.Certificate;
import io.github.hubsh.core.key.CertificateException;
import io.github.hubsh.core.key.CurveKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * A file of a client as it was read: its key and rights, or what is wrong with it.
 *
 * @param stamp what tells this version of the file from the next
 */
record ClientFile(
        Stamp stamp, @Nullable CurveKey key, @Nullable AccessRights rights, String problem) {
    static final String PUBLIC_SUFFIX = ".pub";
    static final String OTHER_SUFFIX = ".key";

    /** What a change of a file changes. */
    record Stamp(FileTime modified, long size, @Nullable Object identity) {
        static @Nullable Stamp of(Path file) {
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(now.lastModifiedTime(), now.size(), now.fileKey());
            } catch (IOException e) {
                return null; // it has just gone
            }
        }
    }

    /** Whether a file of this name may be one of a client. */
    static boolean isNamed(String name) {
        return !name.startsWith(".") && (name.endsWith(PUBLIC_SUFFIX) || name.endsWith(OTHER_SUFFIX));
    }

    static ClientFile read(Path file, Stamp stamp) {
        String name = file.getFileName().toString();
        try {
            Certificate certificate = Certificate.read(file);
            if (certificate.pair() != null) {
                return broken(stamp, name + " holds a secret key, and gives no access: secrets do not belong here");
            }
            String owner = name.substring(0, name.lastIndexOf('.'));
            return new ClientFile(stamp, certificate.publicKey(), AccessRights.of(owner, certificate.metadata()), "");
        } catch (IOException e) {
            return broken(stamp, name + " cannot be read: " + e);
        } catch (CertificateException | AccessException e) {
            return broken(stamp, name + ": " + e.getMessage());
        }
    }

    boolean isBroken() {
        return !problem.isEmpty();
    }

    private static ClientFile broken(Stamp stamp, String problem) {
        return new ClientFile(stamp, null, null, problem);
    }
}
