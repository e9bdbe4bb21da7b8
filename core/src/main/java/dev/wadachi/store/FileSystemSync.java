package dev.wadachi.store;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Locale;

/// Forces a whole file system to the disk by one call of Linux's `syncfs(2)`.
///
/// A batch of thousands of small files costs seconds when each is forced alone, and milliseconds so. Where the call is
/// not to be had (another system, or a JVM that was not given native access), [#isAvailable] says so and files are
/// forced one by one.
final class FileSystemSync {

    private static final int READ_ONLY = 0;

    private FileSystemSync() {}

    static boolean isAvailable() {
        return Native.AVAILABLE;
    }

    /// Forces the file system that holds this folder; says `false` if the system refused.
    static boolean sync(Path folder) {
        try (Arena arena = Arena.ofConfined()) {
            int descriptor = (int) Native.open().invokeExact(arena.allocateFrom(folder.toString()), READ_ONLY);
            if (descriptor < 0) {
                return false;
            }
            try {
                return (int) Native.syncfs().invokeExact(descriptor) == 0;
            } finally {
                int closed = (int) Native.close().invokeExact(descriptor);
                assert closed == 0 : "a descriptor that was just opened must close";
            }
        } catch (Throwable e) {
            throw new AssertionError("Calling syncfs failed in the linkage, not in the system", e);
        }
    }

    /// Linked at first use, because linking costs a tenth of a second.
    private static final class Native {

        static final boolean AVAILABLE =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux")
                        && FileSystemSync.class.getModule().isNativeAccessEnabled()
                        && Linker.nativeLinker().defaultLookup().find("syncfs").isPresent();

        static MethodHandle open() {
            return Handles.OPEN;
        }

        static MethodHandle syncfs() {
            return Handles.SYNCFS;
        }

        static MethodHandle close() {
            return Handles.CLOSE;
        }
    }

    private static final class Handles {

        private static final MethodHandle OPEN = link(
                "open",
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
                Linker.Option.firstVariadicArg(2));
        private static final MethodHandle SYNCFS =
                link("syncfs", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        private static final MethodHandle CLOSE =
                link("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

        @SuppressWarnings("restricted") // linked only where the JVM was given native access
        private static MethodHandle link(String name, FunctionDescriptor type, Linker.Option... options) {
            SymbolLookup lookup = Linker.nativeLinker().defaultLookup();
            return Linker.nativeLinker().downcallHandle(lookup.findOrThrow(name), type, options);
        }
    }
}
