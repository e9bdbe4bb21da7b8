package dev.wadachi.model;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The files of a model: `model.json` for people and for us, and the predictor's own file where it has one.
final class ModelFolder {

    private static final String DESCRIPTION = "model.json";
    private static final String BOOSTER = "booster.json";
    private static final int FORMAT = 1;

    private ModelFolder() {}

    /// Where files come from.
    interface Files {
        byte[] read(String name) throws IOException;
    }

    static SortedMap<String, byte[]> files(Model model) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(DESCRIPTION, JsonWriter.write(description(model)).getBytes(StandardCharsets.UTF_8));
        if (model.predictor() instanceof TreePredictor trees) {
            files.put(BOOSTER, trees.xgboostJson());
        }
        return files;
    }

    static Model of(Map<String, byte[]> files) {
        try {
            return read(name -> {
                byte[] bytes = files.get(name);
                if (bytes == null) {
                    throw new FileNotFoundException("There is no " + name + " among " + files.keySet() + ".");
                }
                return bytes;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Model read(Files files) throws IOException {
        Json description = Json.parse(files.read(DESCRIPTION), DESCRIPTION);
        int format = description.get("format").integer();
        if (format > FORMAT) {
            throw new ModelException("The model has format " + format + ", but this version reads formats up to "
                    + FORMAT + ". Use a newer version of wadachi-model.");
        }
        List<Encoding> encodings = new ArrayList<>();
        description.get("preprocessing").list().forEach(encoding -> encodings.add(encoding(encoding)));
        Json output = description.get("output");
        Model model = Model.of(
                new Field(output.get("name").text(), Kind.of(output.get("kind").text())),
                new Preprocessing(encodings),
                predictor(description.get("predictor"), files));
        if (description.has("relative-to")) {
            model = model.relativeTo(description.get("relative-to").text());
        }
        Map<String, String> lineage = new TreeMap<>();
        Json facts = description.get("lineage");
        facts.names().forEach(name -> lineage.put(name, facts.get(name).text()));
        return model.withLineage(lineage);
    }

    private static Map<String, Object> description(Model model) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("format", FORMAT);
        description.put(
                "inputs",
                model.signature().inputs().stream().map(ModelFolder::field).toList());
        description.put("output", field(model.signature().output()));
        description.put(
                "preprocessing",
                model.preprocessing().encodings().stream()
                        .map(ModelFolder::encoding)
                        .toList());
        description.put("predictor", predictor(model.predictor()));
        if (model.scale() instanceof Scale.RelativeTo unit) {
            description.put("relative-to", unit.column());
        }
        description.put("lineage", model.lineage());
        return description;
    }

    private static Map<String, Object> field(Field field) {
        return members("name", field.name(), "kind", field.kind().id());
    }

    private static Map<String, Object> encoding(Encoding encoding) {
        if (encoding instanceof OneHotEncoding oneHot) {
            return categories("one-hot", oneHot.column(), oneHot.categories(), oneHot.unseen());
        }
        if (encoding instanceof OrdinalEncoding ordinal) {
            return categories("ordinal", ordinal.column(), ordinal.categories(), ordinal.unseen());
        }
        return members("encoding", "number", "column", encoding.input().name());
    }

    private static Map<String, Object> categories(String kind, String column, List<String> categories, Unseen unseen) {
        Map<String, Object> members = members("encoding", kind, "column", column);
        members.put("categories", categories);
        members.put("unseen", unseen.id());
        return members;
    }

    private static Encoding encoding(Json encoding) {
        String column = encoding.get("column").text();
        String kind = encoding.get("encoding").text();
        return switch (kind) {
            case "number" -> new NumberEncoding(column);
            case "one-hot" -> new OneHotEncoding(column, categories(encoding), unseen(encoding));
            case "ordinal" -> new OrdinalEncoding(column, categories(encoding), unseen(encoding));
            default ->
                throw new ModelException(
                        "Column " + column + " is encoded as \"" + kind + "\", which this version does not know.");
        };
    }

    private static List<String> categories(Json encoding) {
        return encoding.get("categories").list().stream().map(Json::text).toList();
    }

    private static Unseen unseen(Json encoding) {
        return Unseen.of(encoding.get("unseen").text());
    }

    private static Map<String, Object> predictor(Predictor predictor) {
        if (predictor instanceof LinearPredictor linear) {
            Map<String, Object> members = members("kind", "linear", "intercept", linear.intercept());
            members.put("weights", linear.weights());
            return members;
        }
        if (predictor instanceof TreePredictor) {
            return members("kind", "xgboost", "file", BOOSTER);
        }
        return members("kind", "column");
    }

    private static Predictor predictor(Json predictor, Files files) throws IOException {
        String kind = predictor.get("kind").text();
        return switch (kind) {
            case "column" -> new ColumnRule();
            case "linear" ->
                new LinearPredictor(
                        predictor.get("intercept").number(),
                        predictor.get("weights").list().stream()
                                .map(Json::number)
                                .toList());
            case "xgboost" -> TreePredictor.ofXgboostJson(files.read(BOOSTER));
            default ->
                throw new ModelException("The predictor is of kind \"" + kind
                        + "\", which this version does not know. Use a newer version of wadachi-model.");
        };
    }

    private static Map<String, Object> members(String name, Object value) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(name, value);
        return members;
    }

    private static Map<String, Object> members(String first, Object value, String second, Object other) {
        Map<String, Object> members = members(first, value);
        members.put(second, other);
        return members;
    }
}
