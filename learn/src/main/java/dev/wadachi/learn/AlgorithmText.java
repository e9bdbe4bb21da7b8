package dev.wadachi.learn;

import dev.wadachi.parameter.ValueForm;
import java.util.Arrays;
import java.util.List;

/// An algorithm as the command line writes it.
final class AlgorithmText {

    private static final ValueForm FORM = ValueForm.of(Algorithm.class);

    private AlgorithmText() {}

    /// The shortest text that reads back as this algorithm: hyperparameters at their defaults are left out.
    static String of(Algorithm algorithm) {
        String whole = FORM.print(algorithm);
        int open = whole.indexOf('(');
        if (open < 0) {
            return whole;
        }
        String name = whole.substring(0, open);
        List<String> defaults = components(FORM.print(FORM.parse(name)), open);
        List<String> others = components(whole, open).stream()
                .filter(component -> !defaults.contains(component))
                .toList();
        return others.isEmpty() ? name : name + "(" + String.join(",", others) + ")";
    }

    /// Hyperparameters are numbers, so no comma stands within one.
    private static List<String> components(String text, int open) {
        return Arrays.asList(text.substring(open + 1, text.length() - 1).split(",", -1));
    }
}
