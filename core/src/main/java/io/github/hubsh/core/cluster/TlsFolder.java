package io.github.hubsh.core.cluster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** A folder with what TLS needs: {@code ca.pem}, and {@code cert.pem} and {@code key.pem} (PKCS #8) of this hub. */
final class TlsFolder {
    private static final char[] NO_PASSWORD = {};

    private TlsFolder() {}

    static SSLContext context(Path folder) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(folder), trust(folder.resolve("ca.pem")), null);
            return context;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("can't use the certificates and keys in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static TrustManager[] trust(Path file) throws IOException, GeneralSecurityException {
        JoinFiles.requireFile(file);
        KeyStore store = empty();
        int number = 0;
        for (Certificate certificate : certificates(file)) {
            store.setCertificateEntry("ca-" + number++, certificate);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        TrustManager[] managers = factory.getTrustManagers();
        for (int i = 0; i < managers.length; i++) {
            if (!(managers[i] instanceof X509ExtendedTrustManager authority)) {
                throw new GeneralSecurityException("this Java does not check for which host a certificate is");
            }
            managers[i] = new NamedServerTrust(authority);
        }
        return managers;
    }

    private static KeyManager[] keys(Path folder) throws IOException, GeneralSecurityException {
        Path key = folder.resolve("key.pem");
        if (!Files.exists(key)) {
            return new KeyManager[0];
        }
        SecretFile.check(key);
        JoinFiles.requireFile(folder.resolve("cert.pem"));
        Certificate[] chain = certificates(folder.resolve("cert.pem")).toArray(Certificate[]::new);
        KeyStore store = empty();
        store.setKeyEntry("hub", privateKey(key, chain[0].getPublicKey().getAlgorithm()), NO_PASSWORD, chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static PrivateKey privateKey(Path file, String algorithm) throws IOException, GeneralSecurityException {
        String text = Files.readString(file, ISO_8859_1);
        if (!text.contains("-----BEGIN PRIVATE KEY-----")) {
            throw new IOException(
                    file + " holds no key of PKCS #8: openssl pkcs8 -topk8 -nocrypt -in OLD -out " + file);
        }
        String body = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance(algorithm)
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
    }

    private static Collection<? extends Certificate> certificates(Path file)
            throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new IOException("no certificate in " + file);
            }
            return found;
        }
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }
}
