package com.example.users;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;

@Component
public class BotBackendClient {

    private final WebClient client;

    public BotBackendClient(WebClient.Builder builder, @Value("${bot-backend.url}") String url) {
        this.client = builder.baseUrl(url).build();
    }

    public InterviewSummary summaryOf(String profileId) {
        return client.get()
                .uri("/summaries/{id}", profileId)
                .retrieve()
                .bodyToMono(InterviewSummary.class)
                .block();
    }
}
