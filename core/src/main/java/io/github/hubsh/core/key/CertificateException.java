package io.github.hubsh.core.key;

/** A file that is no certificate. The message says where, and never quotes a key. */
public final class CertificateException extends Exception {
    private static final long serialVersionUID = 1L;

    CertificateException(String message) {
        super(message);
    }
}
