package dev.wadachi.cli.shell;

import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.goal.Goals;
import dev.wadachi.cli.project.Catalog;
import dev.wadachi.cli.project.CompiledProject;
import dev.wadachi.cli.project.Distribution;
import dev.wadachi.cli.project.Layout;
import dev.wadachi.parameter.BadParametersException;
import dev.wadachi.parameter.Binding;
import dev.wadachi.parameter.RefusedException;
import java.io.File;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/// What every session of a project begins with.
///
/// @param classPath what snippets see: Wadachi's own jars, the project's classes and its libraries
/// @param imports of Java, of Wadachi, and of the project, as snippets
/// @param values variables that are ready
/// @param flags of the JVM where snippets run, which tell it what the session is of
record Beginning(List<Path> classPath, List<String> imports, List<Value> values, List<String> flags) {

    /// A variable that is ready.
    ///
    /// @param type its type's simple name
    /// @param name its name
    /// @param expression what it is
    /// @param goals of a pipeline; none of anything else
    record Value(String type, String name, String expression, List<String> goals) {

        String snippet() {
            return type + " " + name + " = " + expression + ";";
        }
    }

    /// Where jshell's snippets are. Nothing in a package can name what has none, so such classes are compiled into
    /// this.
    private static final String PACKAGE = "REPL";

    private static final String SESSION = Session.class.getName();

    /// What a name means that is in several: what is imported by itself, then what a package has, then Java's module.
    private static final List<String> EVERYWHERE = List.of(
            "import module java.base;",
            "import dev.wadachi.*;",
            "import dev.wadachi.command.*;",
            "import dev.wadachi.engine.*;",
            "import dev.wadachi.evaluate.*;",
            "import dev.wadachi.learn.*;",
            "import dev.wadachi.model.*;",
            "import dev.wadachi.table.*;",
            "import dev.wadachi.task.*;");

    /// Keeps unmodifiable copies.
    Beginning {
        classPath = List.copyOf(classPath);
        imports = List.copyOf(imports);
        values = List.copyOf(values);
        flags = List.copyOf(flags);
    }

    /// Compiles the project, if it has sources.
    ///
    /// @param store the store that was named, if one was
    /// @param profile the profile that was named, if one was
    static Beginning of(Workspace workspace, Optional<String> store, Optional<String> profile, LocalDate today) {
        List<String> flags = new ArrayList<>();
        if (workspace.project().layout() instanceof Layout.SingleFile(Path file)) {
            flags.add("-D" + Session.FILE + "=" + file);
        }
        store.ifPresent(location -> flags.add("-D" + Session.STORE + "=" + location));
        profile.ifPresent(name -> flags.add("-D" + Session.PROFILE + "=" + name));
        Value wadachi = new Value("Wadachi", "wadachi", SESSION + ".wadachi()", List.of());
        if (!workspace.project().hasSources()) {
            return new Beginning(Distribution.classPath(), EVERYWHERE, List.of(wadachi), flags);
        }
        CompiledProject classes = workspace.project().compile();
        List<Path> classPath = Stream.of(
                        Distribution.classPath(),
                        workspace.project().compileInto(PACKAGE, classes).stream()
                                .toList(),
                        classes.own(),
                        classes.libraries())
                .flatMap(List::stream)
                .toList();
        List<Value> values = new ArrayList<>(List.of(wadachi));
        values.addAll(pipelines(classes, today));
        return new Beginning(classPath, imports(classes), values, flags);
    }

    /// As the class path of a `java` command is written.
    String classPathText() {
        return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static List<String> imports(CompiledProject classes) {
        List<String> imports = new ArrayList<>(EVERYWHERE);
        classes.packages().forEach(name -> imports.add("import " + name + ".*;"));
        classes.catalog().all(Catalog.Kind.PIPELINE).stream()
                .filter(pipeline -> pipeline.className().contains(".")
                        && !pipeline.className().contains("$"))
                .map(Catalog.Entry::fullName)
                .forEach(name -> imports.add("import " + name + ";"));
        return imports;
    }

    /// Those that need no more than their defaults, one of each name.
    private static List<Value> pipelines(CompiledProject classes, LocalDate today) {
        ClassLoader loader = classes.loader();
        SequencedMap<String, Value> values = new LinkedHashMap<>();
        for (Catalog.Entry entry : classes.catalog().all(Catalog.Kind.PIPELINE)) {
            Class<? extends Record> pipeline = entry.load(loader);
            if (isNamed(pipeline) && hasDefaults(pipeline, today)) {
                Value value = value(pipeline);
                values.putIfAbsent(value.name(), value);
            }
        }
        return List.copyOf(values.values());
    }

    private static Value value(Class<? extends Record> pipeline) {
        String type = pipeline.getSimpleName();
        return new Value(
                type,
                variable(type),
                SESSION + ".withDefaults(" + type + ".class)",
                Goals.of(pipeline).stream().map(Method::getName).toList());
    }

    private static String variable(String type) {
        return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
    }

    /// Whether a snippet can say it by its simple name, for a variable that is no word of Java's.
    private static boolean isNamed(Class<?> pipeline) {
        boolean isReached = pipeline.getPackageName().isEmpty() || Modifier.isPublic(pipeline.getModifiers());
        return isReached
                && pipeline.getEnclosingClass() == null
                && SourceVersion.isName(variable(pipeline.getSimpleName()));
    }

    private static boolean hasDefaults(Class<? extends Record> pipeline, LocalDate today) {
        try {
            return Binding.bind(pipeline, Map.of(), today).size() == 1;
        } catch (BadParametersException | RefusedException needsMore) {
            return false;
        }
    }
}
