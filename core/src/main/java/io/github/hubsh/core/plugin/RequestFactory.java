package io.github.hubsh.core.plugin;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.ContentException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes one plugin's requests. */
record RequestFactory(String source, Messages messages) {
    ExecuteRequest execute(String target, String command, Map<String, ?> arguments, ExecuteOptions options) {
        Map<String, Object> all = new LinkedHashMap<>(arguments);
        all.putAll(options.extraArguments());
        try {
            Payload payload = ContentData.encode(all, options.mimeType());
            return messages.executeRequest(source, target, command, payload, options.silent(), options.stopOnError());
        } catch (ContentException e) {
            throw new PluginException("the arguments cannot be sent: " + e.getMessage(), e);
        }
    }
}
