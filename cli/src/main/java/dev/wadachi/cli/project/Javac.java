package dev.wadachi.cli.project;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// The JDK's compiler, in this process.
final class Javac {

    private Javac() {}

    /// Compiles `files` into the folder `into`.
    ///
    /// @throws CompileFailed with what javac prints, its paths relative to `root`
    static void compile(Path root, List<Path> files, List<Path> classPath, Path into) throws IOException {
        JavaCompiler compiler = compiler();
        StringWriter output = new StringWriter();
        boolean compiled;
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            compiled = compiler.getTask(
                            output,
                            manager,
                            null,
                            options(classPath, into),
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
        }
        if (!compiled) {
            throw new CompileFailed(
                    output.toString().replace(root + File.separator, "").stripTrailing());
        }
    }

    static JavaCompiler compiler() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new ProjectProblem(
                    "the Java at " + System.getProperty("java.home") + " has no compiler: set JAVA_HOME to a JDK "
                            + Runtime.version().feature());
        }
        return compiler;
    }

    /// Parameter names and debug information are kept for messages; warnings are the build tool's business, and
    /// processors are run by it alone.
    private static List<String> options(List<Path> classPath, Path into) {
        return List.of(
                "-d",
                into.toString(),
                "-classpath",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                "-g",
                "-parameters",
                "-proc:none",
                "-nowarn",
                "-Xlint:none",
                "-XDsuppressNotes",
                "-encoding",
                "UTF-8");
    }
}
