package dev.wadachi.cli.run;

import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.HelpOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.progress.Keys;
import dev.wadachi.cli.progress.Terminal;
import dev.wadachi.engine.HostUse;
import dev.wadachi.table.TextWidth;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `wadachi top`: who holds what of this machine, and who waits for it.
@CommandLine.Command(
        description =
                "Says which bodies run on this machine, of all users and projects, what they hold, and who waits.",
        footerHeading = "%nFor example:%n",
        footer = {"  wadachi top --once"})
public final class TopCommand implements Command {

    private static final long LOOK_MILLIS = 50;

    /// It is renewed each second.
    private static final int LOOKS_BETWEEN = 20;

    private static final String OTHER_SCREEN = "\033[?1049h";
    private static final String CLEAR = "\033[H\033[2J";
    private static final String BACK = "\033[?1049l";

    @Option(names = "--once", description = "Print it once. On a terminal it is renewed each second until q.")
    private boolean once;

    @Option(names = "--json", description = "Print it once, as JSON.")
    private boolean json;

    @Mixin
    @SuppressWarnings("unused") // picocli adds its option
    private final HelpOption help = new HelpOption();

    @Override
    public ExitCode run(Surroundings around) throws IOException {
        PrintStream out = around.terminal().out();
        if (json) {
            out.print(HostUse.now().json().pretty());
        } else if (once || around.terminal().form() == Terminal.Form.PLAIN || isPiped(around.terminal())) {
            out.print(TopText.of(HostUse.now(), Instant.now(), around.terminal().width()));
        } else {
            renewed(around.terminal());
        }
        return ExitCode.OK;
    }

    private static boolean isPiped(Terminal terminal) {
        return terminal.width() == TextWidth.UNLIMITED;
    }

    /// Until somebody types `q`, or the command is interrupted.
    private static void renewed(Terminal terminal) throws IOException {
        PrintStream out = terminal.out();
        out.print(OTHER_SCREEN);
        try (Keys keys = Keys.open()) {
            String leave = keys.areSingle() ? "\nq to leave\n" : "\nq and Enter to leave\n";
            for (int look = 0; !keys.typed('q'); look++) {
                if (look % LOOKS_BETWEEN == 0) {
                    out.print(CLEAR + TopText.of(HostUse.now(), Instant.now(), terminal.width()) + leave);
                    out.flush();
                }
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException left) {
            Thread.currentThread().interrupt();
        } finally {
            out.print(BACK);
            out.flush();
        }
    }
}
