package dev.wadachi.cli.shell;

import dev.wadachi.cli.explain.PlanTable;
import dev.wadachi.cli.print.ValueText;
import dev.wadachi.cli.progress.Terminal;
import dev.wadachi.engine.Plan;
import dev.wadachi.table.Table;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.execution.RemoteExecutionControl;
import jdk.jshell.execution.Util;
import org.jspecify.annotations.Nullable;

/// The JVM in which snippets run.
///
/// It does what the JDK's own agent does, and beside that shows values that are more than a line: jshell takes a text
/// for each, cuts it at some length, and would ask a table for `toString()`, which reads no row.
public final class Agent extends RemoteExecutionControl {

    /// Rows of a table that a session shows unasked.
    private static final int ROWS = 10;

    private static final Method CALL = call();

    /// Who sees the values.
    enum Reader {
        /// A person who types, to whom jshell tells each value in a line.
        TYPING,
        /// Whoever reads what a pipe gives.
        PIPE
    }

    /// The property of this JVM that says so.
    static final String READER = "wadachi.shell.reader";

    /// The property of this JVM with what snippets see beside Wadachi, if jshell was told so at its start.
    static final String CLASS_PATH = "wadachi.shell.class.path";

    private static final Reader reader = Reader.valueOf(System.getProperty(READER, Reader.TYPING.name()));

    /// The snippet under way; jshell has one at a time.
    private static @Nullable Method snippet;

    private Agent() {}

    /// Connects to the process that has the session.
    ///
    /// @param words the port that it listens on
    /// @throws Exception what goes wrong on the way
    public static void main(String[] words) throws Exception {
        Agent agent = new Agent();
        String classPath = System.getProperty(CLASS_PATH, "");
        if (!classPath.isEmpty()) {
            agent.addToClasspath(classPath);
        }
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(words[0]));
        Util.forwardExecutionControlAndIO(
                agent,
                socket.getInputStream(),
                socket.getOutputStream(),
                Map.of(
                        "out", to -> System.setOut(new PrintStream(to, true, System.out.charset())),
                        "err", to -> System.setErr(new PrintStream(to, true, System.err.charset()))),
                Map.of("in", System::setIn));
    }

    /// The snippet is called from within the call that jshell knows how to stop.
    @Override
    protected String invoke(Method method) throws Exception {
        snippet = method;
        return super.invoke(CALL);
    }

    @SuppressWarnings("unused") // called by its Method
    private static @Nullable Object carryOut() throws Throwable {
        if (snippet == null) {
            throw new IllegalStateException("jshell named no snippet");
        }
        try {
            return shown(snippet.invoke(null));
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static @Nullable Object shown(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        int width = Terminal.system(System.getenv()).width();
        return switch (reader) {
            case TYPING -> {
                lines(value, width).ifPresent(System.out::println);
                yield value;
            }
            case PIPE -> new Text(lines(value, width).orElseGet(() -> ValueText.of(value, width)));
        };
    }

    /// What a line says too little of.
    private static Optional<String> lines(Object value, int width) {
        return switch (value) {
            case Table table -> Optional.of(table.show(ROWS, width).stripTrailing());
            case Plan plan -> Optional.of(String.join("\n", PlanTable.of(plan)));
            default -> Optional.empty();
        };
    }

    /// What jshell, which asks each value for its text, is told.
    private record Text(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    private static Method call() {
        try {
            Method method = Agent.class.getDeclaredMethod("carryOut");
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }
}
