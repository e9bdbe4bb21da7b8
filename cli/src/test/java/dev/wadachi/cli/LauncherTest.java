package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The launcher in a checkout that is built, with a JDK that only says how it was started.
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {

    @TempDir
    Path folder;

    @BeforeEach
    void build() throws IOException {
        Path checkout = Path.of("..").toAbsolutePath().normalize();
        Path home = folder.resolve("checkout");
        copy(checkout, home, "wadachi");
        copy(checkout, home, ".mvn/jdk.sh");
        copy(checkout, home, ".mvn/launch.sh");
        Files.createDirectories(home.resolve("cli/target/lib"));
        Files.createFile(home.resolve("cli/target/lib/wadachi.jar"));
        Files.createFile(home.resolve("cli/target/launcher.stamp"));
        Path jdk = folder.resolve("jdk");
        program(jdk.resolve("bin/java"), "echo \"$LC_ALL\"");
        program(jdk.resolve("bin/javac"), "");
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
    }

    private static void copy(Path from, Path to, String file) throws IOException {
        Files.createDirectories(to.resolve(file).getParent());
        Files.copy(from.resolve(file), to.resolve(file));
    }

    private static void program(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private String launched(Map<String, String> locale) throws IOException, InterruptedException {
        ProcessBuilder launcher =
                new ProcessBuilder("bash", folder.resolve("checkout/wadachi").toString());
        launcher.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        launcher.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        launcher.environment().putAll(locale);
        Process started =
                launcher.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(started.waitFor()).isZero();
        return said;
    }

    @Test
    void file_names_are_utf_8_whatever_locale_the_environment_names() throws Exception {
        String always = launched(Map.of());

        assertThat(always).endsWith(".UTF-8");
        assertThat(launched(Map.of("LANG", "de_DE.UTF-8"))).isEqualTo(always);
        assertThat(launched(Map.of("LC_ALL", "ja_JP.utf8"))).isEqualTo(always);
        assertThat(launched(Map.of("LC_ALL", "POSIX"))).isEqualTo(always);
    }
}
