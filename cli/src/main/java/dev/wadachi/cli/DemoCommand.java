package dev.wadachi.cli;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/// `wadachi demo`: the AI shop's forecast, from the examples.
@CommandLine.Command(
        description =
                "Forecasts the AI shop's demand: from daily sales to the next weeks, with every score on the way.",
        footerHeading = "%nFor example:%n",
        footer = {"  wadachi demo", "  wadachi demo         the second time, nothing runs again"})
final class DemoCommand implements Command {

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) {
        return ExitCode.OK;
    }
}
