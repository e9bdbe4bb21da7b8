package dev.wadachi.cli.template;

import dev.wadachi.cli.command.BadInput;
import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Hasher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Wadachi's own modules, as a Maven repository that a project carries with it: in no public one they can be found.
///
/// A version that is still being worked on is named after the bytes of its jars. So whatever Maven has kept of it in
/// the user's own repository is that very one, and two projects that carry different ones do not meet there.
///
/// @param version what the project's pom asks for
/// @param files jars, poms and the checksums that Maven wants to see beside them
record OwnModules(String version, List<ProjectFile> files) {

    private static final List<String> MODULES = List.of("core", "table", "model", "learn", "remote", "testkit", "cli");
    private static final String PARENT = "wadachi";
    private static final Pattern VERSION =
            Pattern.compile("<artifactId>wadachi</artifactId>\\s*<version>([^<]+)</version>");
    private static final String UNFINISHED = "SNAPSHOT";

    /// The modules that this process runs from.
    ///
    /// @param repository the folder of the repository in the project, ending with `/`
    /// @param home where Wadachi was unpacked or checked out to
    /// @throws BadInput if one of them is not there
    static OwnModules of(String repository, Path home) {
        Map<String, byte[]> jars = new LinkedHashMap<>();
        MODULES.forEach(module -> jars.put(PARENT + "-" + module, jar(PARENT + "-" + module, home)));
        String written = writtenVersion();
        String version = written.replace(UNFINISHED, digest(jars).hex().substring(0, 8));
        List<ProjectFile> files = new ArrayList<>();
        add(files, repository, PARENT, version, "pom", pom("pom.xml", written, version));
        jars.forEach((artifact, jar) -> {
            String module = artifact.substring(PARENT.length() + 1);
            add(files, repository, artifact, version, "pom", pom(module + "/pom.xml", written, version));
            add(files, repository, artifact, version, "jar", jar);
        });
        return new OwnModules(version, files);
    }

    /// The version that the poms say, for a repository that has it.
    static String writtenVersion() {
        Matcher version = VERSION.matcher(text("pom.xml"));
        if (!version.find()) {
            throw new IllegalStateException("Wadachi's own pom says no version");
        }
        return version.group(1);
    }

    private static void add(
            List<ProjectFile> files, String repository, String artifact, String version, String ending, byte[] bytes) {
        String path =
                repository + "dev/wadachi/" + artifact + "/" + version + "/" + artifact + "-" + version + "." + ending;
        files.add(ProjectFile.of(path, bytes));
        files.add(ProjectFile.of(path + ".sha1", sha1(bytes)));
    }

    private static byte[] pom(String name, String written, String version) {
        return text(name)
                .replace("<version>" + written + "</version>", "<version>" + version + "</version>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String pom) {
        return Resources.below("checkout/").stream()
                .filter(file -> file.path().equals(pom))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Wadachi does not bring " + pom))
                .text();
    }

    private static Digest digest(Map<String, byte[]> jars) {
        Hasher hasher = Hasher.create();
        jars.forEach((name, jar) -> hasher.text(name).digest(Digest.of(jar)));
        return hasher.finish();
    }

    private static byte[] jar(String artifact, Path home) {
        Path found = OwnJars.find(artifact, home)
                .orElseThrow(() -> new BadInput("the jar of " + artifact + " is not beside those that this Wadachi runs"
                        + " from, so a project cannot carry it: name a Maven repository that has Wadachi (--repository)"
                        + ", or call the wadachi of its checkout"));
        try {
            return Files.isDirectory(found) ? packed(found) : Files.readAllBytes(found);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + found, e);
        }
    }

    /// Classes that were compiled and not packed, as a jar: the same classes give the same bytes.
    private static byte[] packed(Path classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                ZipEntry entry =
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/'));
                entry.setTime(0);
                jar.putNextEntry(entry);
                Files.copy(file, jar);
            }
        }
        return bytes.toByteArray();
    }

    private static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
