package dev.wadachi.engine;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The graphics processors that this process may use, by their numbers on this host.
///
/// Told by `WADACHI_GPUS` (how many there are), else by `CUDA_VISIBLE_DEVICES` (which of them), else by NVIDIA's
/// driver, which has a folder for each. Other makers' are known by `WADACHI_GPUS` alone.
final class Gpus {

    /// By which CUDA, and whatever is built on it, is told which to use.
    static final String VISIBLE = "CUDA_VISIBLE_DEVICES";

    private static final Pattern NUMBERS = Pattern.compile("\\d{1,4}(,\\d{1,4})*");

    private Gpus() {}

    static List<Integer> ofMachine() {
        return told().or(Gpus::visible).orElseGet(Gpus::ofDriver);
    }

    private static Optional<List<Integer>> told() {
        return Optional.ofNullable(System.getProperty("wadachi.gpus"))
                .or(() -> Optional.ofNullable(System.getenv("WADACHI_GPUS")))
                .filter(text -> text.matches("\\d{1,4}"))
                .map(text -> firstOnes(Integer.parseInt(text)));
    }

    private static Optional<List<Integer>> visible() {
        return Optional.ofNullable(System.getenv(VISIBLE))
                .filter(text -> NUMBERS.matcher(text).matches())
                .map(text -> Stream.of(text.split(",")).map(Integer::valueOf).toList());
    }

    private static List<Integer> ofDriver() {
        String[] devices = Path.of("/proc/driver/nvidia/gpus").toFile().list();
        return devices == null ? List.of() : firstOnes(Arrays.asList(devices).size());
    }

    private static List<Integer> firstOnes(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
