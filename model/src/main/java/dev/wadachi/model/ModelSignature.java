package dev.wadachi.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a model asks for and what it answers.
///
/// @param inputs in the order in which rows of plain numbers are given; no name twice
/// @param output a number
public record ModelSignature(List<Field> inputs, Field output) {

    /// Copies the inputs and checks their names.
    public ModelSignature {
        inputs = List.copyOf(inputs);
        Set<String> names = new HashSet<>();
        for (Field input : inputs) {
            if (!names.add(input.name())) {
                throw new IllegalArgumentException("a model signature names the input " + input.name() + " twice");
            }
        }
        if (output.kind() != Kind.NUMBER) {
            throw new IllegalArgumentException("the output " + output.name() + " must be a number, but was a "
                    + output.kind().id());
        }
    }

    /// The input of this name, if the model asks for it.
    public Optional<Field> input(String name) {
        return inputs.stream().filter(input -> input.name().equals(name)).findFirst();
    }

    ModelSignature with(Field input) {
        List<Field> more = new ArrayList<>(inputs);
        more.add(input);
        return new ModelSignature(more, output);
    }
}
