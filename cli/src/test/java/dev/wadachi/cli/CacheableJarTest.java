package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CacheableJarTest {

    private final Path jar;

    CacheableJarTest(@TempDir Path folder) throws Exception {
        Path library = Path.of(CommandLine.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        jar = Files.copy(library, folder.resolve("library.jar"));
    }

    private static List<String> classes(Path jar) throws IOException {
        try (JarFile open = new JarFile(jar.toFile())) {
            return open.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class") && !name.contains("module-info"))
                    .toList();
        }
    }

    private static List<Integer> versions(Path jar) throws IOException {
        List<Integer> versions = new ArrayList<>();
        try (JarFile open = new JarFile(jar.toFile())) {
            for (String name : classes(jar)) {
                try (InputStream content = open.getInputStream(open.getEntry(name))) {
                    versions.add(ClassFile.of().parse(content.readAllBytes()).majorVersion());
                }
            }
        }
        return versions;
    }

    @Test
    void every_class_of_an_old_library_passes_the_new_verifier() throws Exception {
        List<String> before = classes(jar);
        assertThat(versions(jar)).contains(ClassFile.JAVA_5_VERSION);

        CacheableJar.rewrite(jar);

        assertThat(classes(jar)).isEqualTo(before);
        assertThat(versions(jar)).allMatch(version -> version >= ClassFile.JAVA_7_VERSION);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            for (String name : before) {
                if (!name.contains("groovy")) {
                    // Initialising a class verifies it.
                    Class.forName(name.substring(0, name.length() - 6).replace('/', '.'), true, loader);
                }
            }
        }
    }

    @Test
    void a_jar_without_old_classes_stays_as_it_is() throws Exception {
        CacheableJar.rewrite(jar);
        byte[] once = Files.readAllBytes(jar);

        CacheableJar.rewrite(jar);

        assertThat(jar).hasBinaryContent(once);
        assertThat(jar.getParent()).isDirectoryContaining(file -> file.equals(jar));
        try (var files = Files.list(jar.getParent())) {
            assertThat(files).hasSize(1);
        }
    }
}
