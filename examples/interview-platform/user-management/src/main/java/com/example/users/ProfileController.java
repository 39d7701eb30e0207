package com.example.users;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/profiles")
public class ProfileController {

    private final ProfileRepository profiles;
    private final BotBackendClient bot;

    public ProfileController(ProfileRepository profiles, BotBackendClient bot) {
        this.profiles = profiles;
        this.bot = bot;
    }

    @GetMapping("/{id}")
    public ProfileDto profile(@PathVariable String id) {
        return profiles.findById(id)
                .map(Profile::toDto)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No such profile"));
    }

    @GetMapping("/{id}/summary")
    public Mono<InterviewSummary> summary(@PathVariable String id) {
        return Mono.just(bot.summaryOf(id));
    }
}
