package dev.wadachi.cli;

/// The `wadachi` command.
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("wadachi " + version());
    }

    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
