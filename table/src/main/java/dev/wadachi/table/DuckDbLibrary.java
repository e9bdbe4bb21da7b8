package dev.wadachi.table;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/// DuckDB's C interface, in the native library that its driver has loaded into this process.
///
/// A function is found by its name and called by its shape; names, parameters and answers are those of `duckdb.h`
/// (<https://duckdb.org/docs/stable/clients/c/api>). Functions that may fail answer a state, of which 0 is success.
/// Thread-safe; what the functions are called with is not.
final class DuckDbLibrary {
    private static final SymbolLookup LIBRARY = SymbolLookup.loaderLookup();

    private DuckDbLibrary() {}

    /// Whether the library is within reach of this class and speaks C: a driver may come from another class loader, or
    /// be built otherwise.
    static boolean isLoaded() {
        return LIBRARY.find("duckdb_append_data_chunk").isPresent();
    }

    /// A function that takes handles, or addresses of them, and answers a state.
    static final class Attempt {
        private final MethodHandle function;

        Attempt(String name, int handles) {
            var shape = FunctionDescriptor.of(JAVA_INT);
            for (int i = 0; i < handles; i++) {
                shape = shape.appendArgumentLayouts(ADDRESS);
            }
            function = handle(name, shape);
        }

        /// Whether it succeeded.
        boolean on(MemorySegment... handles) {
            try {
                int state = switch (handles.length) {
                    case 1 -> (int) function.invokeExact(handles[0]);
                    case 2 -> (int) function.invokeExact(handles[0], handles[1]);
                    case 3 -> (int) function.invokeExact(handles[0], handles[1], handles[2]);
                    default -> (int) function.invokeExact(handles[0], handles[1], handles[2], handles[3]);
                };
                return state == 0;
            } catch (Throwable e) {
                throw unexpected(e);
            }
        }
    }

    /// A function that gives what belongs to a handle: its data, its error.
    static final class Part {
        private final MethodHandle function;

        Part(String name) {
            function = handle(name, FunctionDescriptor.of(ADDRESS, ADDRESS));
        }

        MemorySegment of(MemorySegment handle) {
            try {
                return (MemorySegment) function.invokeExact(handle);
            } catch (Throwable e) {
                throw unexpected(e);
            }
        }
    }

    /// A function that gives one of many.
    static final class Element {
        private final MethodHandle function;

        Element(String name) {
            function = handle(name, FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_LONG));
        }

        MemorySegment of(MemorySegment handle, long number) {
            try {
                return (MemorySegment) function.invokeExact(handle, number);
            } catch (Throwable e) {
                throw unexpected(e);
            }
        }
    }

    /// A function that does something to a handle and cannot fail.
    static final class Action {
        private final MethodHandle function;

        private Action(String name, MemoryLayout... layouts) {
            function = handle(name, FunctionDescriptor.ofVoid(layouts));
        }

        static Action plain(String name) {
            return new Action(name, ADDRESS);
        }

        static Action withNumber(String name) {
            return new Action(name, ADDRESS, JAVA_LONG);
        }

        static Action withBytesAt(String name) {
            return new Action(name, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG);
        }

        void on(MemorySegment handle) {
            try {
                function.invokeExact(handle);
            } catch (Throwable e) {
                throw unexpected(e);
            }
        }

        void on(MemorySegment handle, long number) {
            try {
                function.invokeExact(handle, number);
            } catch (Throwable e) {
                throw unexpected(e);
            }
        }

        void on(MemorySegment handle, long place, MemorySegment bytes, long length) {
            try {
                function.invokeExact(handle, place, bytes, length);
            } catch (Throwable e) {
                throw unexpected(e);
            }
        }
    }

    @SuppressWarnings("restricted") // shapes are those of duckdb.h
    private static MethodHandle handle(String name, FunctionDescriptor shape) {
        return Linker.nativeLinker().downcallHandle(LIBRARY.findOrThrow(name), shape);
    }

    /// C throws nothing: only a wrong shape here, or the end of memory, comes this way.
    private static RuntimeException unexpected(Throwable e) {
        return switch (e) {
            case Error error -> throw error;
            case RuntimeException thrown -> thrown;
            default -> new IllegalStateException(e);
        };
    }
}
