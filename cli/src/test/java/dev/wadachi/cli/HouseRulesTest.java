package dev.wadachi.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Keeps the arrows of ARCHITECTURE.md. It lives here because the command line is where all modules meet.
class HouseRulesTest {

    /// A module's packages; whatever is named for no other module is core.
    private static final Map<String, List<String>> PACKAGES = Map.of(
            "table", List.of("dev.wadachi.table.."),
            "model", List.of("dev.wadachi.model.."),
            "learn",
                    List.of(
                            "dev.wadachi.learn..",
                            "dev.wadachi.evaluate..",
                            "dev.wadachi.tune..",
                            "dev.wadachi.text..",
                            "dev.wadachi.recommend.."),
            "testkit", List.of("dev.wadachi.testkit.."),
            "remote", List.of("dev.wadachi.remote.."),
            "cli", List.of("dev.wadachi.cli.."));

    /// What a module may use of ours, besides itself.
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "core", Set.of(),
            "table", Set.of("core"),
            "model", Set.of(),
            "learn", Set.of("core", "table", "model"),
            "testkit", Set.of("core"),
            "remote", Set.of("core"),
            "cli", Set.of("core", "table", "model", "learn", "remote"));

    private static final Set<String> THREAD_STARTERS =
            Set.of("<init>", "ofVirtual", "ofPlatform", "start", "startVirtualThread");

    private static final Set<String> PARALLEL_STREAMS = Set.of("parallelStream", "parallel");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.wadachi");

    @ParameterizedTest
    @ValueSource(strings = {"core", "table", "model", "learn", "testkit", "remote", "cli"})
    void a_module_uses_only_the_modules_behind_it(String module) {
        Set<String> allowed = MAY_USE.getOrDefault(module, Set.of());
        noClasses()
                .that(are(module))
                .should()
                .dependOnClassesThat(describe(
                        "are in a module of ours that " + module + " may not use",
                        used -> isOurs(used) && !moduleOf(used).equals(module) && !allowed.contains(moduleOf(used))))
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void every_module_is_looked_at() {
        assertThat(OURS.stream().map(HouseRulesTest::moduleOf)).containsAll(MAY_USE.keySet());
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching("(**)").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void core_needs_the_jdk_alone() {
        noClasses()
                .that(are("core"))
                .should()
                .dependOnClassesThat(describe(
                        "are neither ours, nor the JDK's, nor JSpecify's",
                        used -> !isOurs(used)
                                // com.sun.management is an exported package of the module jdk.management
                                && !resideInAnyPackage(
                                                "java..", "javax..", "jdk..", "com.sun.management..", "org.jspecify..")
                                        .test(used)))
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void only_the_engine_and_transfers_start_threads() {
        noClasses()
                .that(describe(
                        "are outside the engine and remote",
                        used -> !resideInAnyPackage("dev.wadachi.engine..", "dev.wadachi.remote..")
                                .test(used)))
                .should()
                .callCodeUnitWhere(startsThreads())
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void tasks_and_digests_are_records_enums_sealed_types_and_interfaces() {
        classes()
                .that(describe(
                        "are in task or digest",
                        declared -> resideInAnyPackage("dev.wadachi.task..", "dev.wadachi.digest..")
                                        .test(declared)
                                && !declared.isAnonymousClass()))
                .should(be(describe("closed", HouseRulesTest::isClosed)))
                .allowEmptyShould(true)
                .check(OURS);
    }

    private static DescribedPredicate<JavaCall<?>> startsThreads() {
        return describe("start threads", call -> {
            CodeUnitCallTarget target = call.getTarget();
            String owner = target.getOwner().getName();
            return switch (owner) {
                case "java.lang.Thread" -> THREAD_STARTERS.contains(target.getName()) && !isShutdownHook(call);
                case "java.util.concurrent.CompletableFuture" ->
                    target.getName().endsWith("Async");
                case "java.util.concurrent.Executors",
                        "java.util.concurrent.ForkJoinPool",
                        "java.util.concurrent.ThreadPoolExecutor",
                        "java.util.Timer" -> true;
                default -> PARALLEL_STREAMS.contains(target.getName());
            };
        });
    }

    /// A hook has to be given as a thread, and whoever adds one never starts it.
    private static boolean isShutdownHook(JavaCall<?> call) {
        return call.getTarget().getName().equals("<init>")
                && call.getOrigin().getMethodCallsFromSelf().stream()
                        .anyMatch(other -> other.getName().equals("addShutdownHook"));
    }

    /// Nothing can be added to it unseen. An exception can be neither record nor enum.
    private static boolean isClosed(JavaClass declared) {
        return declared.isRecord()
                || declared.isEnum()
                || declared.isInterface()
                || declared.isAssignableTo(Throwable.class)
                || declared.reflect().isSealed();
    }

    private static DescribedPredicate<JavaClass> are(String module) {
        return describe("are in " + module, declared -> moduleOf(declared).equals(module));
    }

    private static boolean isOurs(JavaClass used) {
        return resideInAnyPackage("dev.wadachi..").test(used);
    }

    private static String moduleOf(JavaClass declared) {
        return PACKAGES.entrySet().stream()
                .filter(module -> resideInAnyPackage(module.getValue().toArray(String[]::new))
                        .test(declared))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("core");
    }
}
