package io.github.hubsh.core.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of the project's top-level classes: each is used once, and none is that of a JDK class in daily use. */
public final class SimpleNames {
    private static final String PROJECT = "io.github.hubsh";
    private static final List<String> DAILY_PACKAGES = List.of(
            "java.lang",
            "java.util",
            "java.util.function",
            "java.util.concurrent",
            "java.io",
            "java.nio.file",
            "java.time",
            "java.net");

    private final Map<String, Set<String>> bySimpleName;

    SimpleNames(JavaClasses classes) {
        bySimpleName = classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName,
                        TreeMap::new,
                        Collectors.mapping(JavaClass::getName, Collectors.toCollection(TreeSet::new))));
    }

    /** Reads the main classes of all modules that are on the class path. */
    public static SimpleNames ofProject() {
        return new SimpleNames(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages(PROJECT));
    }

    /** Fails where two classes share a simple name. */
    public void checkUnique() {
        List<Set<String>> doubled =
                bySimpleName.values().stream().filter(names -> names.size() > 1).toList();
        if (!doubled.isEmpty()) {
            throw new AssertionError("classes of one simple name: " + doubled);
        }
    }

    /** Fails where a class has the simple name of a public class of the JDK's packages in daily use. */
    public void checkNotOfJdk() {
        Set<String> taken = new TreeSet<>(bySimpleName.keySet());
        taken.retainAll(publicNamesOfJdk());
        if (!taken.isEmpty()) {
            throw new AssertionError("names of JDK classes: "
                    + taken.stream().map(bySimpleName::get).toList());
        }
    }

    /** Reads the list from the running JDK: its modules are a file system. */
    static Set<String> publicNamesOfJdk() {
        Set<String> names = new TreeSet<>();
        for (String packageName : DAILY_PACKAGES) {
            Path folder = FileSystems.getFileSystem(URI.create("jrt:/"))
                    .getPath("modules", "java.base", packageName.replace('.', '/'));
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".class") && !file.contains("$") && !file.contains("-"))
                        .map(file -> file.substring(0, file.length() - ".class".length()))
                        .filter(name -> isPublic(packageName + "." + name))
                        .forEach(names::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }

    private static boolean isPublic(String className) {
        try {
            return Modifier.isPublic(Class.forName(className, false, null).getModifiers());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
