package dev.wadachi.code;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// A user's project: sources compiled into a class folder, with jars beside it, loaded by a loader of its own.
public record Project(Path classes, URLClassLoader loader) implements AutoCloseable {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /// Compiles one source file.
    public static Project of(Path classes, String source, String... options) {
        return of(classes, Map.of("Train.java", source), List.of(), options);
    }

    /// Compiles source files against jars.
    public static Project of(Path classes, Map<String, String> sources, List<Path> jars, String... options) {
        compile(classes, sources, jars, options);
        return over(classes, jars);
    }

    /// Opens a class folder that was compiled before.
    static Project over(Path classes) {
        return over(classes, List.of());
    }

    private static Project over(Path classes, List<Path> jars) {
        URL[] urls = Stream.concat(Stream.of(classes), jars.stream())
                .map(Project::url)
                .toArray(URL[]::new);
        return new Project(classes, new URLClassLoader(urls, Project.class.getClassLoader()));
    }

    /// Compiles source files into a folder, which is made if need be.
    static void compile(Path classes, Map<String, String> sources, List<Path> jars, String... options) {
        StringWriter problems = new StringWriter();
        try (StandardJavaFileManager files = COMPILER.getStandardFileManager(null, null, null)) {
            Files.createDirectories(classes);
            String classPath = String.join(
                    System.getProperty("path.separator"),
                    Stream.concat(jars.stream().map(Path::toString), Stream.of(System.getProperty("java.class.path")))
                            .toList());
            List<String> all = new ArrayList<>(List.of("-d", classes.toString(), "-cp", classPath, "-proc:none"));
            all.addAll(Arrays.asList(options));
            List<JavaFileObject> units = new ArrayList<>();
            sources.forEach((name, text) -> units.add(new Text(name, text)));
            if (!COMPILER.getTask(problems, files, null, all, null, units).call()) {
                throw new IllegalArgumentException("the test's source does not compile:\n" + problems);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Text extends SimpleJavaFileObject {

        private final String text;

        Text(String name, String text) {
            super(URI.create("text:///" + name), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public Class<?> type(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("the test's project has no class " + name, e);
        }
    }

    /// The signature of a task class of this project, read without any cache.
    CodeSignature signature(String task, String... held) {
        return signature(UserCode.classFolders(), CodeCache.inMemory(), task, held);
    }

    CodeSignature signature(UserCode userCode, CodeCache cache, String task, String... held) {
        try (CodeReader reader = CodeReader.over(userCode, cache)) {
            return reader.of(type(task), Stream.of(held).map(this::type).toList());
        }
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
