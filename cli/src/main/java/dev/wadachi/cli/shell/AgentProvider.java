package dev.wadachi.cli.shell;

import com.sun.jdi.VirtualMachine;
import dev.wadachi.engine.worker.JvmFlags;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import jdk.jshell.execution.JdiDefaultExecutionControl.JdiStarter;
import jdk.jshell.execution.JdiExecutionControlProvider;
import jdk.jshell.execution.JdiInitiator;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/// Starts an [Agent] for jshell: this process's own Java, with its flags and class path.
///
/// jshell finds it by its name, so it stands in `META-INF/services`.
public final class AgentProvider implements ExecutionControlProvider {

    /// As jshell's option `--execution` has it.
    static final String NAME = "wadachi";

    private static final String CLASS_PATH = "--class-path";

    private static final String HOST = "127.0.0.1";

    /// A busy machine starts a JVM slowly.
    private static final int PATIENCE_MILLIS = 60_000;

    /// For the service loader.
    public AgentProvider() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, String> defaultParameters() {
        return new JdiExecutionControlProvider().defaultParameters();
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) throws IOException {
        var started = new AtomicReference<@Nullable VirtualMachine>();
        JdiStarter starter = (augmented, _, port) -> {
            JdiInitiator agent = start(augmented, port);
            started.set(agent.vm());
            return new JdiStarter.TargetDescription(agent.vm(), agent.process());
        };
        ExecutionControl control = new JdiExecutionControlProvider(starter).generate(environment, parameters);
        return new StoppableRuns(control, Objects.requireNonNull(started.get()));
    }

    private static JdiInitiator start(ExecutionEnv environment, int port) {
        List<String> flags = new ArrayList<>(JvmFlags.withHeap(JvmFlags.ofThisProcess()));
        flags.addAll(ofSession(environment.extraRemoteVMOptions()));
        // Only the JDK's own agent can ask jshell for lines from its terminal.
        flags.add("-Djdk.console=java.base");
        flags.add("-cp");
        flags.add(System.getProperty("java.class.path"));
        return new JdiInitiator(port, flags, Agent.class.getName(), false, HOST, PATIENCE_MILLIS, Map.of());
    }

    /// jshell's flags; but what it would put on the class path is for the loader of the snippets, so that these reach
    /// what is private to their package.
    private static List<String> ofSession(List<String> flags) {
        List<String> own = new ArrayList<>(flags);
        int at = own.indexOf(CLASS_PATH);
        if (at >= 0) {
            own.remove(at);
            own.add("-D" + Agent.CLASS_PATH + "=" + own.remove(at));
        }
        return own;
    }
}
