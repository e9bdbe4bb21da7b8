package dev.wadachi.cli.project;

import java.io.IOException;
import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Makes classes public whose sources do not say so.
///
/// jshell keeps a variable under a more general type where its own is not public, and would not find it again.
final class PublicClasses {

    private PublicClasses() {}

    /// Rewrites those in a folder that nobody uses yet. What their members are stays as it is.
    static void makeIn(Path folder) throws IOException {
        for (Path file : classes(folder)) {
            ClassFile format = ClassFile.of();
            Files.write(file, format.transformClass(format.parse(file), (made, element) -> {
                if (element instanceof AccessFlags flags) {
                    made.withFlags(flags.flagsMask() | ClassFile.ACC_PUBLIC);
                } else {
                    made.with(element);
                }
            }));
        }
    }

    private static List<Path> classes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }
}
