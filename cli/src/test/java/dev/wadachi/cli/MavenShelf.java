package dev.wadachi.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// A project that Maven builds, with a local repository of its own before the user's, to which libraries are installed
/// as `mvn install` would.
///
/// @param project the project's folder
record MavenShelf(Path project) {

    private static final Pattern PLUGIN =
            Pattern.compile("<artifactId>maven-dependency-plugin</artifactId>\\s+<version>([^<]+)</version>");

    /// Gives the project Maven's wrapper, that of this build.
    static MavenShelf in(Path project) throws IOException {
        MavenShelf shelf = new MavenShelf(project);
        for (String file : List.of("mvnw", "mvnw.cmd", ".mvn/jdk.sh", ".mvn/wrapper/maven-wrapper.properties")) {
            Path copy = project.resolve(file);
            Files.createDirectories(copy.resolveSibling(""));
            Files.copy(Page.repository().resolve(file), copy);
        }
        Path users = Path.of(System.getProperty("user.home"), ".m2", "repository");
        Files.writeString(project.resolve(".mvn/maven.config"), """
                -Dmaven.repo.local=%s
                -Dmaven.repo.local.tail=%s
                -Dmaven.repo.local.tail.ignoreAvailability=true
                """.formatted(
                        shelf.repository(), System.getProperty("localRepository", users.toString())));
        return shelf;
    }

    /// Compiles a library of one class, and installs it.
    ///
    /// @param library its group, artifact and package
    void install(String library, String version, String className, String source) throws IOException {
        Path folder = repository().resolve(library).resolve(library).resolve(version);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        compile(source, className, classes);
        String artifact = library + "-" + version;
        try (OutputStream file = Files.newOutputStream(folder.resolve(artifact + ".jar"));
                JarOutputStream jar = new JarOutputStream(file);
                Stream<Path> compiled = Files.walk(classes)) {
            for (Path each :
                    compiled.filter(path -> path.toString().endsWith(".class")).toList()) {
                jar.putNextEntry(
                        new JarEntry(classes.relativize(each).toString().replace('\\', '/')));
                Files.copy(each, jar);
            }
        }
        Files.writeString(folder.resolve(artifact + ".pom"), pom(library, version, ""));
    }

    /// Makes the project need this version of a library that was installed here.
    void need(String library, String version) throws IOException {
        need(library, library, version);
    }

    /// Makes the project need this version of a library.
    void need(String group, String artifact, String version) throws IOException {
        Files.writeString(
                project.resolve("pom.xml"), pom("shop", "1", """
                <dependencies>
                  <dependency>
                    <groupId>%1$s</groupId>
                    <artifactId>%2$s</artifactId>
                    <version>%3$s</version>
                  </dependency>
                </dependencies>
                <build>
                  <pluginManagement>
                    <plugins>
                      <plugin>
                        <artifactId>maven-dependency-plugin</artifactId>
                        <version>%4$s</version>
                      </plugin>
                    </plugins>
                  </pluginManagement>
                </build>
                """.formatted(group, artifact, version, pluginVersion())));
    }

    private static String pom(String artifact, String version, String more) {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                <modelVersion>4.0.0</modelVersion>
                <groupId>%1$s</groupId>
                <artifactId>%1$s</artifactId>
                <version>%2$s</version>
                %3$s
                </project>
                """.formatted(artifact, version, more);
    }

    /// That of Wadachi's own build, which has it here already: the test then needs no network.
    private static String pluginVersion() throws IOException {
        return PLUGIN.matcher(Files.readString(Page.repository().resolve("pom.xml")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private Path repository() {
        return project.resolve("target").resolve("repository");
    }

    private static void compile(String source, String className, Path classes) throws IOException {
        Path file = Files.writeString(classes.resolve(className + ".java"), source);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of("-d", classes.toString(), "-proc:none");
            if (!javac.getTask(null, files, null, options, null, files.getJavaFileObjects(file))
                    .call()) {
                throw new IllegalArgumentException("the library does not compile:\n" + source);
            }
        }
    }
}
