package dev.wadachi.cli;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/// Rewrites a jar so that Java's cache takes its classes.
///
/// The cache leaves out classes that want the verifier of before Java 7. Those of a library that is compiled for Java 5
/// are loaded from its jar and verified at each start, which is a sixth of a short command. Given the stack maps of
/// newer class files (JVM Specification, 4.10.1) they are kept like all others; what their methods do stays the same.
/// The launcher starts this once after each build, on its own copy of the library.
final class CacheableJar {

    /// The first version that has no way back to the old verifier.
    private static final int WITH_STACK_MAPS = ClassFile.JAVA_7_VERSION;

    private static final String CLASS = ".class";

    private CacheableJar() {}

    /// @param words the jar
    public static void main(String[] words) throws IOException {
        rewrite(Path.of(words[0]));
    }

    /// Rewrites a jar in place, or leaves it as it is if nothing in it is old. Whoever has it open keeps the old one.
    static void rewrite(Path jar) throws IOException {
        // A temporary file would be its owner's alone, and others may use this checkout, too.
        Path rewritten = jar.resolveSibling(
                jar.getFileName() + "." + ProcessHandle.current().pid());
        try {
            if (copy(jar, rewritten)) {
                Files.move(rewritten, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            Files.deleteIfExists(rewritten);
        }
    }

    /// Whether a class was rewritten on the way.
    private static boolean copy(Path from, Path to) throws IOException {
        boolean changed = false;
        try (JarFile old = new JarFile(from.toFile());
                URLClassLoader classes =
                        new URLClassLoader(new URL[] {from.toUri().toURL()}, null);
                JarOutputStream written = new JarOutputStream(Files.newOutputStream(to))) {
            ClassFile writer = ClassFile.of(
                    ConstantPoolSharingOption.NEW_POOL,
                    StackMapsOption.GENERATE_STACK_MAPS,
                    ClassHierarchyResolverOption.of(ClassHierarchyResolver.defaultResolver()
                            .orElse(ClassHierarchyResolver.ofResourceParsing(classes))));
            for (JarEntry entry : Collections.list(old.entries())) {
                byte[] bytes;
                try (InputStream content = old.getInputStream(entry)) {
                    bytes = content.readAllBytes();
                }
                if (entry.getName().endsWith(CLASS)) {
                    ClassModel model = writer.parse(bytes);
                    if (model.majorVersion() < WITH_STACK_MAPS) {
                        bytes = withStackMaps(writer, model);
                        changed = true;
                    }
                }
                written.putNextEntry(new JarEntry(entry.getName()));
                written.write(bytes);
                written.closeEntry();
            }
        }
        return changed;
    }

    private static byte[] withStackMaps(ClassFile writer, ClassModel model) {
        // A method that is passed on whole would keep its old form, so each instruction is passed on.
        return writer.transformClass(
                model,
                ClassTransform.transformingMethodBodies(CodeBuilder::with)
                        .andThen(ClassTransform.endHandler(type -> type.withVersion(WITH_STACK_MAPS, 0))));
    }
}
