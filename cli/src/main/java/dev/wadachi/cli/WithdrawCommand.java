package dev.wadachi.cli;

import dev.wadachi.Wadachi;
import dev.wadachi.store.Publication;
import dev.wadachi.store.Publications;
import dev.wadachi.store.Store;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `wadachi withdraw`: takes a published version back.
@CommandLine.Command(
        description = {
            "Takes a published version back.",
            "Who reads the newest gets the one before, who reads this one is refused, and its bytes are no",
            "longer kept for its sake."
        },
        footerHeading = "%nFor example:%n",
        footer = "  wadachi withdraw shop/forecast --version 3 --reason \"a week is missing\"")
final class WithdrawCommand implements Command {

    @Parameters(index = "0", paramLabel = "<team/name>", description = "The name.")
    private String name = "";

    @Option(
            names = "--version",
            paramLabel = "<n>",
            required = true,
            converter = WholeNumber.Positive.class,
            description = "Which version.")
    private int version;

    @Option(names = "--reason", paramLabel = "<text>", description = "Why, for those who read it.")
    private @Nullable String reason;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) {
        try (Wadachi wadachi = Workspace.ofResults(around, store).open()) {
            Store kept = wadachi.store();
            List<Publication> versions = PublishedNames.versions(name, kept);
            Publication meant = versions.stream()
                    .filter(each -> each.number() == version)
                    .findFirst()
                    .orElseThrow(() -> new BadInput("there is no version " + version + " of " + name + ", but "
                            + versions.getFirst().number() + " to "
                            + versions.getLast().number()));
            Publications publications = kept.publications();
            publications.withdraw(meant.name(), version, Reasons.required(reason, around), Reasons.user());
            around.terminal()
                    .out()
                    .println("withdrew " + meant.title() + "; "
                            + publications
                                    .newest(meant.name())
                                    .map(newest -> "the newest that stands is version " + newest.number())
                                    .orElse("no version of it stands"));
            return ExitCode.OK;
        }
    }
}
