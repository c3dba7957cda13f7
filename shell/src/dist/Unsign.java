import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Enumeration;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Takes the signatures out of the jars of a folder. Java checks a signed jar when its first class is loaded, which takes
 * longer than most of our runs, and keeps its classes out of archives. All else stays as it is, times included.
 * {@code java Unsign.java FOLDER}
 */
final class Unsign {
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|DSA|RSA|EC)");

    private Unsign() {}

    public static void main(String[] arguments) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(arguments[0]), "*.jar")) {
            for (Path jar : jars) {
                if (isSigned(jar)) {
                    unsign(jar);
                }
            }
        }
    }

    private static boolean isSigned(Path jar) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            return file.stream().anyMatch(entry -> SIGNATURE.matcher(entry.getName()).matches());
        }
    }

    private static void unsign(Path jar) throws IOException {
        Path written = jar.resolveSibling(jar.getFileName() + ".new");
        FileTime time = Files.getLastModifiedTime(jar);
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(written))) {
            for (Enumeration<? extends ZipEntry> all = from.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (!SIGNATURE.matcher(entry.getName()).matches()) {
                    copy(from, entry, to);
                }
            }
        }
        Files.setLastModifiedTime(written, time);
        Files.move(written, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copy(ZipFile from, ZipEntry entry, ZipOutputStream to) throws IOException {
        ZipEntry same = new ZipEntry(entry.getName());
        same.setTime(entry.getTime());
        to.putNextEntry(same);
        try (InputStream content = from.getInputStream(entry)) {
            if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
                writeMain(new Manifest(content), to);
            } else {
                content.transferTo(to);
            }
        }
        to.closeEntry();
    }

    /** The other sections have the digest of each class. */
    private static void writeMain(Manifest manifest, OutputStream to) throws IOException {
        Manifest main = new Manifest();
        Attributes attributes = main.getMainAttributes();
        attributes.putAll(manifest.getMainAttributes());
        main.write(to);
    }
}
