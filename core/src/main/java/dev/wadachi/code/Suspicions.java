package dev.wadachi.code;

import static dev.wadachi.code.Warning.Kind.CLOCK;
import static dev.wadachi.code.Warning.Kind.ENVIRONMENT;
import static dev.wadachi.code.Warning.Kind.FILE;
import static dev.wadachi.code.Warning.Kind.RANDOMNESS;
import static dev.wadachi.code.Warning.Kind.REFLECTION;

import dev.wadachi.code.Warning.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The JDK's calls whose answer depends on something outside a task's fingerprint.
final class Suspicions {

    private static final Set<String> FLOATING_SUMS = Set.of(
            "java/util/stream/DoubleStream.sum",
            "java/util/stream/DoubleStream.average",
            "java/util/stream/DoubleStream.summaryStatistics",
            "java/util/stream/DoubleStream.reduce",
            "java/util/stream/Collectors.summingDouble",
            "java/util/stream/Collectors.averagingDouble",
            "java/util/stream/Collectors.summarizingDouble");

    private static final Set<String> PARALLEL = Set.of("parallel", "parallelStream");

    private static final Map<String, Kind> CALLS = calls();

    private Suspicions() {}

    /// What is suspicious about this call, if anything.
    static Optional<Kind> of(MethodKey call) {
        if (!call.owner().startsWith("java/")) {
            return Optional.empty();
        }
        String name = call.owner() + "." + call.name();
        Kind exactly = CALLS.get(
                name + call.descriptor().substring(0, call.descriptor().indexOf(')') + 1));
        return Optional.ofNullable(exactly != null ? exactly : CALLS.get(name));
    }

    static boolean goesParallel(MethodKey call) {
        return call.owner().startsWith("java/util/") && PARALLEL.contains(call.name());
    }

    static boolean addsFloatingPoint(MethodKey call) {
        return FLOATING_SUMS.contains(call.owner() + "." + call.name());
    }

    /// The call as a person writes it: `Instant.now()`, `new Random()`.
    static String spelled(MethodKey call) {
        String type = Display.simple(call.owner());
        return call.name().equals(MethodKey.CONSTRUCTOR) ? "new " + type + "()" : type + "." + call.name() + "()";
    }

    private static Map<String, Kind> calls() {
        Map<String, Kind> calls = new HashMap<>();
        for (String type : Set.of(
                "Instant",
                "LocalDate",
                "LocalTime",
                "LocalDateTime",
                "OffsetDateTime",
                "OffsetTime",
                "ZonedDateTime",
                "Year",
                "YearMonth",
                "MonthDay")) {
            put(calls, CLOCK, "java/time/" + type + ".now()", "java/time/" + type + ".now(Ljava/time/ZoneId;)");
        }
        put(calls, CLOCK, "java/time/Clock.systemUTC", "java/time/Clock.systemDefaultZone", "java/time/Clock.system");
        put(calls, CLOCK, "java/lang/System.currentTimeMillis", "java/lang/System.nanoTime");
        put(calls, CLOCK, "java/util/Date.<init>()", "java/util/Calendar.getInstance");
        put(
                calls,
                ENVIRONMENT,
                "java/lang/System.getenv",
                "java/lang/System.getProperty",
                "java/lang/System.getProperties");
        put(
                calls,
                ENVIRONMENT,
                "java/lang/Integer.getInteger",
                "java/lang/Long.getLong",
                "java/lang/Boolean.getBoolean");
        put(calls, ENVIRONMENT, "java/util/Locale.getDefault", "java/time/ZoneId.systemDefault");
        put(calls, ENVIRONMENT, "java/util/TimeZone.getDefault", "java/net/InetAddress.getLocalHost");
        put(calls, ENVIRONMENT, "java/lang/Runtime.availableProcessors");
        put(calls, RANDOMNESS, "java/lang/Math.random", "java/util/UUID.randomUUID", "java/util/Random.<init>()");
        put(calls, RANDOMNESS, "java/util/SplittableRandom.<init>()", "java/security/SecureRandom.<init>");
        put(
                calls,
                RANDOMNESS,
                "java/util/concurrent/ThreadLocalRandom.current",
                "java/util/Collections.shuffle(Ljava/util/List;)");
        put(calls, RANDOMNESS, "java/util/random/RandomGenerator.getDefault", "java/util/random/RandomGenerator.of");
        put(
                calls,
                FILE,
                "java/io/FileInputStream.<init>",
                "java/io/FileReader.<init>",
                "java/io/RandomAccessFile.<init>");
        put(calls, FILE, "java/nio/channels/FileChannel.open", "java/util/Scanner.<init>(Ljava/io/File;)");
        for (String read : Set.of(
                "readString",
                "readAllLines",
                "readAllBytes",
                "lines",
                "newInputStream",
                "newBufferedReader",
                "newByteChannel",
                "list",
                "walk",
                "find",
                "newDirectoryStream",
                "walkFileTree")) {
            put(calls, FILE, "java/nio/file/Files." + read);
        }
        put(calls, REFLECTION, "java/lang/Class.forName", "java/lang/ClassLoader.loadClass");
        put(calls, REFLECTION, "java/lang/Class.newInstance", "java/util/ServiceLoader.load");
        for (String member : Set.of("Field", "Method", "Constructor")) {
            put(calls, REFLECTION, "java/lang/Class.get" + member, "java/lang/Class.getDeclared" + member);
            put(calls, REFLECTION, "java/lang/Class.get" + member + "s", "java/lang/Class.getDeclared" + member + "s");
        }
        for (String found : Set.of(
                "Virtual",
                "Static",
                "Special",
                "Constructor",
                "Getter",
                "Setter",
                "StaticGetter",
                "StaticSetter",
                "Class",
                "VarHandle",
                "StaticVarHandle")) {
            put(calls, REFLECTION, "java/lang/invoke/MethodHandles$Lookup.find" + found);
        }
        return Map.copyOf(calls);
    }

    /// A name alone stands for all overloads; with parameters, for that one.
    private static void put(Map<String, Kind> calls, Kind kind, String... names) {
        for (String name : names) {
            calls.put(name, kind);
        }
    }
}
