package com.example.users;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "profiles")
public class Profile {

    @Id
    private String id;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String email;

    @Column(name = "preferred_language")
    private String preferredLanguage;

    public ProfileDto toDto() {
        return new ProfileDto(id, name, email, preferredLanguage);
    }
}
