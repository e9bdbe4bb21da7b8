package dev.wadachi.code;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Hasher;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// What a library jar contains.
///
/// @param content digest of its entries' names and bytes: not of their order, their times or how they are packed, nor
///     of signatures and what build tools note about a build
/// @param names the classes that its classes name, without the JDK's core
record JarFacts(Digest content, SortedSet<String> names) {

    private static final Pattern VERSION =
            Pattern.compile("-\\d+(?:\\.[0-9A-Za-z]+)*(?:-\\d+(?:\\.[0-9A-Za-z]+)*)*(?:-SNAPSHOT)?(?=[-.]|$)");
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/(?:[^/]+\\.(?:SF|RSA|DSA|EC)|SIG-[^/]*)");
    private static final Set<String> BUILD_NOTES = Set.of("META-INF/MANIFEST.MF", "META-INF/INDEX.LIST");

    /// Reads a jar, once through.
    static JarFacts read(Path jar) throws IOException {
        Hasher content = Hasher.create();
        SortedSet<String> names = new TreeSet<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(JarFacts::counts)
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            for (ZipEntry entry : entries) {
                try (InputStream in = zip.getInputStream(entry)) {
                    byte[] bytes = in.readAllBytes();
                    content.text(entry.getName()).bytes(bytes);
                    if (entry.getName().endsWith(".class")) {
                        addNames(bytes, names);
                    }
                }
            }
        }
        return new JarFacts(content.finish(), names);
    }

    private static boolean counts(ZipEntry entry) {
        String name = entry.getName();
        return !entry.isDirectory()
                && !BUILD_NOTES.contains(name)
                && !name.startsWith("META-INF/maven/")
                && !SIGNATURE.matcher(name.toUpperCase(Locale.ROOT)).matches();
    }

    private static void addNames(byte[] classFile, Set<String> names) {
        try {
            for (String name : ClassFacts.read(classFile).namedClasses()) {
                if (!name.startsWith("java/")) {
                    names.add(name);
                }
            }
        } catch (IllegalArgumentException e) {
            // Jars carry templates and broken samples; what the JVM cannot load leads nowhere.
            return;
        }
    }

    /// The library's name whatever its version: `commons-math3` of `commons-math3-3.6.1.jar`.
    static String libraryName(Path jar) {
        String file = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        Matcher version = VERSION.matcher(file);
        String name = file;
        while (version.find()) {
            name = file.substring(0, version.start()) + file.substring(version.end());
        }
        return name;
    }
}
