package dev.wadachi.parameter;

/// One reason why a graph cannot be built, and what to write instead.
///
/// @param place the class and component, such as `Features.weights`
/// @param problem what is wrong there, as the rest of a sentence: `is an array (double[]), which can change later`
/// @param instead what to write, as a sentence without its full stop: `write List<Double>`
public record Refusal(String place, String problem, String instead) {

    @Override
    public String toString() {
        return place + " " + problem + "; " + instead + ".";
    }
}
