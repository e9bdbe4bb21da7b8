package dev.wadachi.parameter;

/// One thing that is wrong with a text for a parameter.
///
/// @param place where, such as `--week` or `--algorithm rate`; empty for the text as a whole
/// @param problem what, with the value, as the rest of a sentence
public record Problem(String place, String problem) {

    Problem within(String outer) {
        return new Problem(place.isEmpty() ? outer : outer + " " + place, problem);
    }

    @Override
    public String toString() {
        return place.isEmpty() ? problem : place + ": " + problem;
    }
}
