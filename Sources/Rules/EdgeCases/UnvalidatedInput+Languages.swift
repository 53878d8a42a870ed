extension UnvalidatedInput {
  static let languageExamples: [RuleExample] = [
    RuleExample(
      "ruby",
      "Only what is permitted",
      """
      class UsersController < ApplicationController
        def create
          @user = User.create(params.require(:user).permit(:name, :email))
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          render json: @user
        end
      end
      """
    ),
    RuleExample(
      "go",
      "A file by the name that the sender chose",
      """
      package reports

      import (
          "net/http"
          "os"
      )

      func Report(w http.ResponseWriter, r *http.Request) {
          name := r.URL.Query().Get("name")
          data, err := os.ReadFile("/var/reports/" + name)
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          if err != nil {
              http.Error(w, "no such report", 404)
              return
          }
          w.Write(data)
      }
      """
    ),
    RuleExample(
      "go",
      "The last part of it alone",
      """
      package reports

      import (
          "net/http"
          "os"
          "path/filepath"
      )

      func Report(w http.ResponseWriter, r *http.Request) {
          name := filepath.Base(r.URL.Query().Get("name"))
          data, err := os.ReadFile("/var/reports/" + name)
          if err != nil {
              http.Error(w, "no such report", 404)
              return
          }
          w.Write(data)
      }
      """
    ),
    RuleExample(
      "java",
      "A file by the name that the sender chose",
      """
      import java.nio.file.Files;
      import java.nio.file.Path;
      import jakarta.servlet.http.HttpServletRequest;

      class Reports {
        public String report(HttpServletRequest request) throws IOException {
          return Files.readString(Path.of("/var/reports/" + request.getParameter("name")));
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        }
      }
      """
    ),
    RuleExample(
      "java",
      "Looked up among what is allowed",
      """
      import java.nio.file.Files;
      import java.util.Map;
      import jakarta.servlet.http.HttpServletRequest;

      class Reports {
        public String report(HttpServletRequest request, Map<String, Path> reports) throws IOException {
          return Files.readString(reports.get(request.getParameter("name")));
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "A file by the name that the sender chose",
      """
      import java.io.File
      import jakarta.servlet.http.HttpServletRequest

      class Reports {
        fun report(request: HttpServletRequest): String {
          return File("/var/reports/" + request.getParameter("name")).readText()
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "Looked up among what is allowed",
      """
      import java.io.File
      import jakarta.servlet.http.HttpServletRequest

      class Reports {
        fun report(request: HttpServletRequest, reports: Map<String, File>): String {
          return reports.getValue(request.getParameter("name")).readText()
        }
      }
      """
    ),
    RuleExample(
      "csharp",
      "A file by the name that the sender chose",
      """
      using System.IO;
      using Microsoft.AspNetCore.Http;

      public class Reports
      {
          public string Report(HttpRequest request)
          {
              return File.ReadAllText("/var/reports/" + request.Query["name"]);
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "Looked up among what is allowed",
      """
      using System.Collections.Generic;
      using System.IO;
      using Microsoft.AspNetCore.Http;

      public class Reports
      {
          public string Report(HttpRequest request, Dictionary<string, string> reports)
          {
              return File.ReadAllText(reports[request.Query["name"]]);
          }
      }
      """
    ),
    RuleExample(
      "swift",
      "A file by the name that the sender chose",
      """
      import Foundation
      import Vapor

      func report(req: Request) throws -> String {
        let name = req.parameters.get("name") ?? "daily"
        return try String(contentsOfFile: "/var/reports/" + name)
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      }
      """
    ),
    RuleExample(
      "swift",
      "Looked up among what is allowed",
      """
      import Foundation
      import Vapor

      func report(req: Request, reports: [String: String]) throws -> String {
        guard let path = reports[req.parameters.get("name") ?? ""] else { throw Abort(.notFound) }
        return try String(contentsOfFile: path)
      }
      """
    ),
    RuleExample(
      "rust",
      "A file by the name that the sender chose",
      """
      use actix_web::HttpRequest;

      pub async fn report(req: HttpRequest) -> std::io::Result<String> {
          let name = req.match_info().query("name");
          std::fs::read_to_string(format!("/var/reports/{name}"))
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      }
      """
    ),
    RuleExample(
      "rust",
      "Looked up among what is allowed",
      """
      use actix_web::HttpRequest;
      use std::collections::HashMap;

      pub async fn report(req: HttpRequest, reports: HashMap<String, String>) -> std::io::Result<String> {
          let path = reports.get(req.match_info().query("name")).cloned().unwrap_or_default();
          std::fs::read_to_string(path)
      }
      """
    ),
  ]
}
