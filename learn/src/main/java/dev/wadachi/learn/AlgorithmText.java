package dev.wadachi.learn;

import dev.wadachi.parameter.ValueForm;

/// An algorithm as the command line writes it.
final class AlgorithmText {

    private static final ValueForm FORM = ValueForm.of(Algorithm.class);

    private AlgorithmText() {}

    static String of(Algorithm algorithm) {
        return FORM.print(algorithm);
    }
}
