package io.github.hubsh.core.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nats.client.NKey;
import io.nats.client.support.JsonSerializable;
import io.nats.client.support.JwtUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What secures a server of NATS and the hubs that join there, made in a folder: accounts with JWTs, or TLS. */
public final class NatsSecurity {
    private static final String PASSWORD = "secret";

    private final Path folder;

    public NatsSecurity(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes an operator, an account and a user of it; returns the options of the server. The user's file is
     * {@code hub.creds}.
     */
    public String[] accounts() throws IOException, GeneralSecurityException {
        SecureRandom random = new SecureRandom();
        NKey operator = NKey.createOperator(random);
        NKey account = NKey.createAccount(random);
        NKey user = NKey.createUser(random);
        String accountKey = new String(account.getPublicKey());
        String limits = "\"limits\":{\"subs\":-1,\"data\":-1,\"payload\":-1,\"imports\":-1,\"exports\":-1,"
                + "\"wildcards\":true,\"conn\":-1,\"leaf\":-1}";
        write(
                "server.conf",
                "operator: " + jwt(operator, operator, "{\"type\":\"operator\",\"version\":2}")
                        + "\nresolver: MEMORY\nresolver_preload: {" + accountKey + ": "
                        + jwt(operator, account, "{" + limits + ",\"type\":\"account\",\"version\":2}") + "}\n");
        String userJwt = JwtUtils.issueUserJWT(account, accountKey, new String(user.getPublicKey()));
        credentials(folder.resolve("hub.creds"), userJwt, user);
        credentials(folder.resolve("stranger.creds"), userJwt, NKey.createUser(random));
        return new String[] {"-c", folder.resolve("server.conf").toString()};
    }

    /**
     * Makes an authority and certificates; returns the options of the server, which wants one of the hub.
     *
     * @param host that the server's certificate is for, {@code ip:127.0.0.1} or {@code dns:NAME}
     */
    public String[] tls(String host) throws IOException, GeneralSecurityException, InterruptedException {
        KeyStore authority = pair("authority", List.of("-ext", "bc:c=ca:true"));
        Path ca = pem("ca.pem", authority.getCertificate("authority"));
        signed("server", "san=" + host);
        signed("hub", "eku=clientAuth");
        Files.copy(folder.resolve("hub.pem"), folder.resolve("cert.pem"));
        Files.copy(folder.resolve("hub-key.pem"), folder.resolve("key.pem"));
        return new String[] {
            "--tlsverify",
            "--tlscert=" + folder.resolve("server.pem"),
            "--tlskey=" + folder.resolve("server-key.pem"),
            "--tlscacert=" + ca
        };
    }

    /**
     * Makes certificates for the server and for hubs, each in a folder of its name; returns the options of a server
     * with this configuration, which names files in {@code /etc/nats/}.
     */
    public String[] configured(String configuration, String... hubs)
            throws IOException, GeneralSecurityException, InterruptedException {
        KeyStore authority = pair("authority", List.of("-ext", "bc:c=ca:true"));
        Path ca = pem("ca.pem", authority.getCertificate("authority"));
        signed("server", "san=ip:127.0.0.1");
        for (String hub : hubs) {
            signed(hub, "eku=clientAuth");
            Path own = Files.createDirectory(folder.resolve(hub));
            Files.copy(ca, own.resolve("ca.pem"));
            Files.copy(folder.resolve(hub + ".pem"), own.resolve("cert.pem"));
            Files.copy(folder.resolve(hub + "-key.pem"), own.resolve("key.pem"));
        }
        Path file = write("server.conf", configuration.replace("/etc/nats/", folder + "/"));
        return new String[] {"-c", file.toString()};
    }

    private void signed(String name, String extension)
            throws IOException, GeneralSecurityException, InterruptedException {
        pair(name, List.of());
        keytool("-certreq", "-keystore", store(name), "-alias", name, "-file", path(name + ".csr"));
        keytool(
                "-gencert",
                "-keystore",
                store("authority"),
                "-alias",
                "authority",
                "-ext",
                extension,
                "-rfc",
                "-infile",
                path(name + ".csr"),
                "-outfile",
                path(name + ".pem"));
    }

    private KeyStore pair(String name, List<String> more)
            throws IOException, GeneralSecurityException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "-genkeypair",
                "-keystore",
                store(name),
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1"));
        arguments.addAll(more);
        keytool(arguments.toArray(String[]::new));
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(store(name)))) {
            store.load(in, PASSWORD.toCharArray());
        }
        byte[] key = store.getKey(name, PASSWORD.toCharArray()).getEncoded();
        write(name + "-key.pem", block("PRIVATE KEY", key));
        return store;
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    private Path pem(String name, Certificate certificate) throws IOException, GeneralSecurityException {
        return write(name, block("CERTIFICATE", certificate.getEncoded()));
    }

    private static void credentials(Path file, String jwt, NKey user) throws IOException {
        writePrivate(
                file,
                "-----BEGIN NATS USER JWT-----\n" + jwt + "\n------END NATS USER JWT------\n\n"
                        + "-----BEGIN USER NKEY SEED-----\n" + new String(user.getSeed())
                        + "\n------END USER NKEY SEED------\n");
    }

    private static String jwt(NKey signer, NKey subject, String claim) throws IOException, GeneralSecurityException {
        JsonSerializable claims = () -> claim;
        String issuer = new String(signer.getPublicKey());
        String name = new String(subject.getPublicKey());
        return JwtUtils.issueJWT(signer, name, "test", null, JwtUtils.currentTimeSeconds(), issuer, claims);
    }

    private static String block(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }

    private String store(String name) {
        return path(name + ".p12");
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private Path write(String name, String text) throws IOException {
        return writePrivate(folder.resolve(name), text);
    }

    private static Path writePrivate(Path file, String text) throws IOException {
        Files.writeString(file, text, UTF_8);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
