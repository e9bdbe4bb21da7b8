package dev.wadachi.engine.worker;

import java.lang.management.ManagementFactory;
import java.util.List;

/// The flags that a JVM was started with, as another JVM for the same code needs them.
public final class JvmFlags {

    /// How much memory this process may take.
    private static final List<String> HEAP = List.of(
            "-Xmx",
            "-Xms",
            "-Xmn",
            "-XX:MaxHeapSize",
            "-XX:InitialHeapSize",
            "-XX:MinHeapSize",
            "-XX:SoftMaxHeapSize",
            "-XX:MaxRAM",
            "-XX:InitialRAM",
            "-XX:MinRAM",
            "-XX:NewSize",
            "-XX:MaxNewSize");

    /// What speaks for this process to the outside, or writes files about it.
    private static final List<String> ABOUT_THIS = List.of(
            "-XX:AOTCacheOutput",
            "-XX:AOTMode",
            "-XX:AOTConfiguration",
            "-XX:ArchiveClassesAtExit",
            "-XX:FlightRecorder",
            "-XX:StartFlightRecording",
            "-XX:OnOutOfMemoryError",
            "-agentlib:",
            "-agentpath:",
            "-javaagent:",
            "-Xrunjdwp",
            "-Xdebug",
            "-Dcom.sun.management.jmxremote");

    private JvmFlags() {}

    /// All of them, in their order.
    public static List<String> ofThisProcess() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments();
    }

    /// Those for a JVM that may take as much memory.
    public static List<String> withHeap(List<String> flags) {
        return without(ABOUT_THIS, flags);
    }

    /// Those for a JVM that is given a heap of its own.
    public static List<String> withoutHeap(List<String> flags) {
        return without(HEAP, without(ABOUT_THIS, flags));
    }

    private static List<String> without(List<String> beginnings, List<String> flags) {
        return flags.stream()
                .filter(flag -> beginnings.stream().noneMatch(flag::startsWith))
                .toList();
    }
}
