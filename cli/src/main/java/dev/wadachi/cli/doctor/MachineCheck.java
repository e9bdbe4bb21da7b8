package dev.wadachi.cli.doctor;

import dev.wadachi.cli.command.ExceptionText;
import dev.wadachi.learn.Formula;
import dev.wadachi.learn.Gbdt;
import dev.wadachi.table.Table;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;

/// Looks at what is the same for all projects: Java, and the native libraries below tables and trees.
final class MachineCheck {

    private static final int RELEASE = 25;
    private static final String OTHER_SYSTEM = "it is there for Linux (glibc) and Windows on x86-64, and for Linux and"
            + " macOS on ARM; on another system, or in an image with musl such as Alpine's, use one of these";

    private record Point(double x, double y) {}

    private MachineCheck() {}

    static List<Finding> findings() {
        return List.of(java(), letters(), duckDb(), xgboost());
    }

    private static Finding java() {
        String said = Runtime.version() + " in " + System.getProperty("java.home");
        if (Runtime.version().feature() != RELEASE) {
            return Finding.wrong("java", said, "set JAVA_HOME to a JDK " + RELEASE + ", and start ./wadachi");
        }
        return ToolProvider.getSystemJavaCompiler() == null
                ? Finding.wrong("java", said + ", without a compiler", "set JAVA_HOME to a JDK, not a JRE")
                : Finding.fine("java", said);
    }

    /// Results must not depend on whose machine computed them, and file names have letters beyond ASCII.
    private static Finding letters() {
        String names = System.getProperty("sun.jnu.encoding", "");
        String said = "UTC, files " + Charset.defaultCharset() + ", file names " + names;
        boolean asStarted = Charset.defaultCharset().equals(StandardCharsets.UTF_8)
                && names.toUpperCase(Locale.ROOT).replace("-", "").equals("UTF8")
                && ZoneId.systemDefault().normalized().equals(ZoneId.of("UTC").normalized());
        return asStarted
                ? Finding.fine("locale", said)
                : Finding.doubtful(
                        "locale",
                        "zone " + ZoneId.systemDefault() + ", files " + Charset.defaultCharset() + ", file names "
                                + names,
                        "start Wadachi by ./wadachi, which sets UTC and UTF-8");
    }

    private static Finding duckDb() {
        try {
            String version =
                    Table.query("select version() as version", Map.of()).strings("version")[0];
            return Finding.fine("tables", "DuckDB " + version + " is loaded");
        } catch (Throwable e) { // A library that cannot be linked is an Error.
            return Finding.wrong(
                    "tables", "DuckDB's native library cannot be loaded: " + ExceptionText.of(e), OTHER_SYSTEM);
        }
    }

    private static Finding xgboost() {
        try {
            List<Point> points =
                    IntStream.range(0, 4).mapToObj(x -> new Point(x, x)).toList();
            new Gbdt().withRounds(1).fit(Table.of(points), Formula.of("y").from("x"));
            return Finding.fine("trees", "XGBoost is loaded");
        } catch (Throwable e) { // A library that cannot be linked is an Error.
            return Finding.doubtful(
                    "trees",
                    "XGBoost's native library cannot be loaded: " + ExceptionText.of(e),
                    OTHER_SYSTEM + "; on macOS install libomp; all but gbdt works without");
        }
    }
}
