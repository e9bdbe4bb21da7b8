package dev.wadachi;

import dev.wadachi.task.Context;
import dev.wadachi.task.Isolated;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What [WorkerSecretsTest] starts: a program with secrets, of which one body runs in a JVM of its own and tells what
/// others can see of that one.
final class HasSecrets {

    static final String OF_A_RESOURCE = "hush-hush-resource";
    static final String OF_A_PARAMETER = "hush-hush-parameter";
    static final String OF_A_FLAG = "hush-hush-flag";

    private HasSecrets() {}

    /// @param commandLine as any user of the host can read it
    /// @param variables the environment, which the same user can read
    /// @param options the file that the command line names, with the flags
    /// @param readers who may read that file, empty where there are no such permissions
    /// @param known the secrets, as the body knows them
    record Seen(String commandLine, String variables, String options, String readers, String known) {}

    @Isolated
    record Looks(String word) implements Task<Seen> {
        @Override
        public Seen run(Context in) throws IOException {
            String commandLine = commandLine();
            Path options = Stream.of(commandLine.split("[\\x00 ]"))
                    .filter(argument -> argument.startsWith("@"))
                    .map(argument -> Path.of(argument.substring(1)))
                    .findFirst()
                    .orElseThrow();
            boolean isPosix =
                    options.getFileSystem().supportedFileAttributeViews().contains("posix");
            return new Seen(
                    commandLine,
                    System.getenv().toString(),
                    Files.readString(options),
                    isPosix
                            ? Files.getPosixFilePermissions(options).stream()
                                    .map(Enum::name)
                                    .sorted()
                                    .collect(Collectors.joining(","))
                            : "",
                    in.resource(Map.class, "service").get("token") + " " + word + " "
                            + System.getProperty("lent.password"));
        }

        private static String commandLine() throws IOException {
            Path linux = Path.of("/proc/self/cmdline");
            return Files.exists(linux)
                    ? Files.readString(linux)
                    : ProcessHandle.current().info().commandLine().orElse("");
        }
    }

    /// @param arguments the project
    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.of(Files.createDirectories(Path.of(arguments[0])))
                .withResource("service", Map.of("token", OF_A_RESOURCE));
        try (Wadachi wadachi = Wadachi.open(settings)) {
            Seen seen = wadachi.run(new Looks(OF_A_PARAMETER));
            System.out.println("command line " + seen.commandLine().replace('\0', ' '));
            System.out.println("variables " + seen.variables());
            System.out.println("options " + seen.options().replace('\n', ' '));
            System.out.println("readers " + seen.readers());
            System.out.println("known " + seen.known());
            boolean isSilent = wadachi.store()
                            .traces()
                            .ofTask("Looks", 1)
                            .getFirst()
                            .trace()
                            .evidence()
                            .log()
                    == null;
            System.out.println("log " + (isSilent ? "empty" : "kept"));
        }
    }
}
