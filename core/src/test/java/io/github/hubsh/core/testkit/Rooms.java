package io.github.hubsh.core.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The rooms of one module, held to a table: a room is a package below the module's, and what the table does not allow
 * it to use it may not use. A layered description would let a package pass that no layer names; a table does not.
 *
 * <p>Classes are read as they were compiled. The compiler copies constants, so a constant of another room neither needs
 * a right nor counts as the use of one.
 */
public final class Rooms {
    private static final String PROJECT = "io.github.hubsh.";
    private static final Set<String> ANY_ROOM = Set.of("java", "javax", "org.jspecify");
    private static final Set<String> PROCESS_FIELDS = Set.of("in", "out", "err");
    private static final Set<String> PROCESS_METHODS = Set.of("exit", "halt", "getenv", "console", "setIn", "setOut");

    private final String module;
    private final Map<String, Set<String>> mayUse;
    private final Map<String, Set<String>> mayUseLibrary;
    private final JavaClasses classes;

    /**
     * Reads the module's classes, without its tests.
     *
     * @param module {@code core} or {@code shell}
     * @param mayUse for each room the rooms that it may use, each as {@code module.room}
     * @param mayUseLibrary for each library (a package) the rooms that may use it
     */
    public Rooms(String module, Map<String, Set<String>> mayUse, Map<String, Set<String>> mayUseLibrary) {
        this.module = module;
        this.mayUse = mayUse;
        this.mayUseLibrary = mayUseLibrary;
        this.classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages(PROJECT + module);
    }

    /** The rooms that have classes. */
    public Set<String> found() {
        Set<String> found = new TreeSet<>();
        classes.forEach(type -> found.add(roomOf(type)));
        return found;
    }

    /** Fails where a class of the room uses a room or a library that the table does not give it. */
    public void check(String room) {
        Set<String> packages = new TreeSet<>(ANY_ROOM);
        packages.add(PROJECT + room);
        mayUse.getOrDefault(room, Set.of()).forEach(other -> packages.add(PROJECT + other));
        mayUseLibrary.forEach((library, rooms) -> {
            if (rooms.contains(room)) {
                packages.add(library);
            }
        });
        classes()
                .that(describe("are in " + room, type -> roomOf(type).equals(room)))
                .should()
                .onlyDependOnClassesThat(describe("are in one of " + packages, type -> isIn(packages, type)))
                .check(classes);
    }

    /** Fails where the table gives a room a right to a room or a library that no class of it uses. */
    public void checkRightsAreUsed() {
        Set<String> unused = new TreeSet<>();
        mayUse.forEach((room, others) -> others.stream()
                .filter(other -> !uses(room, PROJECT + other))
                .forEach(other -> unused.add(room + " -> " + other)));
        mayUseLibrary.forEach((library, rooms) -> rooms.stream()
                .filter(room -> !uses(room, library))
                .forEach(room -> unused.add(room + " -> " + library)));
        if (!unused.isEmpty()) {
            throw new AssertionError("rights that no class uses; remove them from the table: " + unused);
        }
    }

    /** Fails where the page's table of this module's rooms differs from this one; says which rows are right. */
    public void checkDocumented(String page) {
        RoomsPage documented = new RoomsPage(page, module);
        Map<String, String> rows = new TreeMap<>();
        mayUse.forEach((room, others) -> rows.put(
                local(room),
                documented.row(local(room), others.stream().map(this::local).toList(), librariesOf(room))));
        documented.check(rows);
    }

    /** Fails where packages, at any depth, use each other in a circle. */
    public void checkCycles() {
        checkCycles(PROJECT + module, classes);
    }

    static void checkCycles(String above, JavaClasses classes) {
        SlicesRuleDefinition.slices()
                .matching(above + ".(**)")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }

    /** Fails where a package does not say what is null in it. */
    public void checkNullMarked() {
        checkNullMarked(classes);
    }

    static void checkNullMarked(JavaClasses classes) {
        List<String> unmarked = classes.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();
        if (!unmarked.isEmpty()) {
            throw new AssertionError("without @NullMarked: " + unmarked);
        }
    }

    /** Fails where any room but the named ones touches the process: its streams, its environment, its end. */
    public void checkProcessIsOnlyUsedBy(String... rooms) {
        Set<String> allowed = Set.of(rooms);
        Predicate<JavaClass> outside = type -> !allowed.contains(roomOf(type));
        noClasses()
                .that(describe("are outside of " + allowed, outside))
                .should()
                .accessTargetWhere(describe("touches the process", Rooms::touchesProcess))
                .allowEmptyShould(true)
                .check(classes);
    }

    /** Fails where a class makes a thread by hand, unless it is in {@code core.thread} or one of those named. */
    public void checkThreadsAreOnlyMadeBy(String... names) {
        Set<String> allowed = Set.of(names);
        noClasses()
                .that(describe(
                        "are neither in core.thread nor of " + allowed,
                        type -> !roomOf(type).equals("core.thread") && !allowed.contains(type.getSimpleName())))
                .should()
                .accessTargetWhere(describe("makes a thread", Rooms::makesThread))
                .check(classes);
    }

    private boolean uses(String room, String target) {
        Set<String> packages = Set.of(target);
        return classes.stream()
                .filter(type -> roomOf(type).equals(room))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .anyMatch(used -> !used.isPrimitive() && isIn(packages, used));
    }

    private List<String> librariesOf(String room) {
        return mayUseLibrary.entrySet().stream()
                .filter(each -> each.getValue().contains(room))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns a room's name without the module's, if the module is this one. */
    private String local(String room) {
        return room.startsWith(module + ".") ? room.substring(module.length() + 1) : room;
    }

    private static boolean touchesProcess(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        Predicate<HasName> named = name -> target instanceof AccessTarget.FieldAccessTarget
                ? PROCESS_FIELDS.contains(name.getName())
                : PROCESS_METHODS.contains(name.getName());
        return Stream.of(System.class, Runtime.class)
                        .anyMatch(type -> type.getName().equals(owner))
                && named.test(target);
    }

    private static boolean makesThread(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        return target.getOwner().getName().equals(Thread.class.getName())
                && target.getName().equals(JavaConstructor.CONSTRUCTOR_NAME);
    }

    private String roomOf(JavaClass type) {
        String inner = type.getPackageName().substring(PROJECT.length());
        int end = inner.indexOf('.', module.length() + 1);
        return end < 0 ? inner : inner.substring(0, end);
    }

    private static boolean isIn(Set<String> packages, JavaClass type) {
        JavaClass base = type.getBaseComponentType();
        String name = base.getPackageName() + ".";
        return base.isPrimitive() || packages.stream().anyMatch(each -> name.startsWith(each + "."));
    }
}
