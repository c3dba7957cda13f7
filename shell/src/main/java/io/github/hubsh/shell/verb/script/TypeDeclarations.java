package io.github.hubsh.shell.verb.script;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.session.memory.Catalog;
import io.github.hubsh.shell.session.network.ArgumentSchema;
import io.github.hubsh.shell.session.network.KnownArgument;
import io.github.hubsh.shell.session.network.KnownCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Plugins and their commands as TypeScript. Names and texts come from the network: they are quoted, or made harmless.
 */
public final class TypeDeclarations {
    private static final List<String> API =
            List.of("hubsh.d.ts", "values.d.ts", "tests.d.ts", "testing.d.ts", "globals.d.ts");

    private final Catalog names;
    private final StringBuilder text = new StringBuilder();

    TypeDeclarations(Catalog names) {
        this.names = names;
    }

    /** Returns the declarations of the API, which are the same everywhere: one file of several parts. */
    public static String api() {
        return OptionDeclarations.filledIn(
                API.stream().map(TypeDeclarations::resource).collect(Collectors.joining("\n")));
    }

    static String resource(String name) {
        try (InputStream in = TypeDeclarations.class.getResourceAsStream("/io/github/hubsh/shell/script/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name + " in this program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String of(List<String> plugins) {
        text.append("// The plugins of a network, written by: hubsh types. It will be overwritten.\n");
        text.append("/// <reference path=\"./").append(TypesVerb.API).append("\" />\n");
        text.append("import 'hubsh';\n\ndeclare module 'hubsh' {\n  interface Plugins {\n");
        plugins.forEach(this::plugin);
        return text.append("  }\n}\n").toString();
    }

    private void plugin(String plugin) {
        text.append("    ").append(Json.write(plugin)).append(": {\n");
        if (names.commands(plugin).isEmpty()) {
            text.append("      /** It does not describe itself, or did not answer: any command. */\n");
            text.append("      [command: string]: Command<Arguments>;\n");
        }
        for (String name : names.commands(plugin)) {
            KnownCommand command = names.command(plugin, name);
            if (command != null) {
                command(command);
            }
        }
        text.append("    };\n");
    }

    private void command(KnownCommand command) {
        comment(command.documentation(), "      ");
        text.append("      ").append(Json.write(command.name())).append(": Command<");
        arguments(command);
        text.append(">;\n");
    }

    private void arguments(KnownCommand command) {
        if (command.arguments().isEmpty()) {
            text.append(command.published() && !command.openEnded() ? "Record<string, never>" : "Arguments");
            return;
        }
        text.append("{\n");
        for (KnownArgument argument : command.arguments()) {
            ArgumentSchema schema = argument.schema();
            comment(about(schema), "        ");
            text.append("        ").append(Json.write(argument.name())).append(argument.required() ? ": " : "?: ");
            text.append(type(schema)).append(";\n");
        }
        boolean open = !command.published() || command.openEnded();
        text.append(open ? "      } & Arguments" : "      }");
    }

    private static String about(ArgumentSchema schema) {
        String unit = schema.unit().isEmpty() ? "" : " (" + schema.unit() + ")";
        String range = range(schema.minimum(), schema.maximum());
        String otherwise = schema.hasDefault() ? " @default " + Json.write(schema.otherwise()) : "";
        return (schema.documentation() + unit + range + otherwise).strip();
    }

    private static String range(@Nullable Number minimum, @Nullable Number maximum) {
        if (minimum == null && maximum == null) {
            return "";
        }
        String most = maximum == null ? "" : " at most " + maximum;
        return minimum == null ? most : " at least " + minimum + (most.isEmpty() ? "" : "," + most);
    }

    private static String type(ArgumentSchema schema) {
        List<String> types = new ArrayList<>();
        for (Object choice : schema.choices()) {
            types.add(
                    choice instanceof Number || choice instanceof Boolean || choice instanceof String
                            ? Json.write(choice)
                            : "Value");
        }
        if (types.isEmpty()) {
            schema.types().forEach(name -> types.add(type(name)));
        }
        return types.isEmpty() ? "Value" : String.join(" | ", types);
    }

    private static String type(String name) {
        return switch (name) {
            case "integer", "number" -> "number | bigint";
            case "string", "boolean", "null" -> name;
            case "array" -> "Value[]";
            case "object" -> "{ [key: string]: Value }";
            default -> "Value";
        };
    }

    private void comment(String words, String indent) {
        if (!words.isEmpty()) {
            String harmless = words.replace("*/", "* /").replaceAll("\\p{Cntrl}+", " ");
            text.append(indent).append("/** ").append(harmless).append(" */\n");
        }
    }
}
