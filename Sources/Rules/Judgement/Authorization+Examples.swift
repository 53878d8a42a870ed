extension Authorization {
  static let shown: [RuleExample] = [
    RuleExample(
      "python",
      "Any order can be deleted by its number",
      """
      from fastapi import FastAPI
      from .models import Order

      app = FastAPI()

      @app.delete("/orders/{order_id}")
      def remove(order_id: int):
          order = Order.objects.get(pk=order_id)
          order.delete()
          ^^^^^^^^^^^^^^ unverified
          return {"removed": order_id}
      """
    ),
    RuleExample(
      "python",
      "Only the customer's own",
      """
      from fastapi import Depends, FastAPI
      from .models import Order
      from .auth import current_user

      app = FastAPI()

      @app.delete("/orders/{order_id}")
      def remove(order_id: int, user=Depends(current_user)):
          order = Order.objects.get(pk=order_id, customer=user)
          order.delete()
          return {"removed": order_id}
      """
    ),
    RuleExample(
      "python",
      "No request comes here",
      """
      from .models import Order

      def purge(order_id):
          Order.objects.get(pk=order_id).delete()
      """
    ),
    RuleExample(
      "javascript",
      "Any user's address can be changed",
      """
      import express from "express";
      const app = express();

      app.put("/users/:id/address", async (req, res) => {
        const user = await User.findById(req.params.id);
        user.address = req.body.address;
        await user.save();
              ^^^^^^^^^^^ unverified
        res.json(user);
      });
      """
    ),
    RuleExample(
      "javascript",
      "A guard stands before the route",
      """
      import express from "express";
      import { requireAuth } from "./auth.js";
      const app = express();

      app.put("/users/:id/address", requireAuth, async (req, res) => {
        await User.updateOne({ _id: req.params.id }, { address: req.body.address });
        res.json({ ok: true });
      });
      """
    ),
    RuleExample(
      "javascript",
      "A hook for everybody",
      """
      import express from "express";
      const app = express();

      app.post("/webhooks/:id", async (req, res) => {
        await Event.updateOne({ _id: req.params.id }, { seen: true });
        res.sendStatus(204);
      });
      """
    ),
    RuleExample(
      "typescript",
      "A controller without a guard",
      """
      import { Controller, Delete, Param } from "@nestjs/common";

      @Controller("documents")
      export class DocumentsController {
        constructor(private readonly documentRepository: DocumentRepository) {}

        @Delete(":id")
        async remove(@Param("id") id: string) {
          await this.documentRepository.delete(id);
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
        }
      }
      """
    ),
    RuleExample(
      "typescript",
      "A controller with a guard",
      """
      import { Controller, Delete, Param, UseGuards } from "@nestjs/common";

      @Controller("documents")
      @UseGuards(AuthGuard)
      export class DocumentsController {
        constructor(private readonly documentRepository: DocumentRepository) {}

        @Delete(":id")
        async remove(@Param("id") id: string) {
          await this.documentRepository.delete(id);
        }
      }
      """
    ),
    RuleExample(
      "java",
      "Whoever knows the number",
      """
      import org.springframework.web.bind.annotation.*;

      @RestController
      class Accounts {
        private final AccountRepository accountRepository;

        @DeleteMapping("/accounts/{id}")
        void close(@PathVariable long id) {
          accountRepository.deleteById(id);
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
        }
      }
      """
    ),
    RuleExample(
      "java",
      "The type says who",
      """
      import org.springframework.security.access.prepost.PreAuthorize;
      import org.springframework.web.bind.annotation.*;

      @RestController
      @PreAuthorize("hasRole('ADMIN')")
      class Accounts {
        private final AccountRepository accountRepository;

        @DeleteMapping("/accounts/{id}")
        void close(@PathVariable long id) {
          accountRepository.deleteById(id);
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "A refund for any order",
      """
      import org.springframework.web.bind.annotation.*

      @RestController
      class Refunds(private val orderRepository: OrderRepository) {
        @PostMapping("/orders/{id}/refund")
        fun refund(@PathVariable id: Long) {
          orderRepository.delete(id)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "A role is asked for",
      """
      import org.springframework.web.bind.annotation.*

      @RestController
      class Refunds(private val orderRepository: OrderRepository) {
        @PostMapping("/orders/{id}/refund")
        @PreAuthorize("hasRole('SUPPORT')")
        fun refund(@PathVariable id: Long) {
          orderRepository.delete(id)
        }
      }
      """
    ),
    RuleExample(
      "go",
      "A handler that deletes what it is told",
      """
      package api

      import (
      	"database/sql"
      	"net/http"
      )

      func removeNote(db *sql.DB) http.HandlerFunc {
      	return nil
      }

      func deleteNote(w http.ResponseWriter, r *http.Request) {
      	id := r.PathValue("id")
      	if _, err := noteRepo.Delete(r.Context(), id); err != nil {
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      		http.Error(w, "failed", http.StatusInternalServerError)
      	}
      }
      """
    ),
    RuleExample(
      "go",
      "The account in the request decides",
      """
      package api

      import "net/http"

      func deleteNote(w http.ResponseWriter, r *http.Request) {
      	id := r.PathValue("id")
      	user := currentUser(r)
      	if _, err := noteRepo.DeleteOwn(r.Context(), user, id); err != nil {
      		http.Error(w, "failed", http.StatusInternalServerError)
      	}
      }
      """
    ),
    RuleExample(
      "swift",
      "A route that deletes",
      """
      import Vapor

      func removeList(req: Request) async throws -> HTTPStatus {
        guard let list = try await ShoppingList.find(req.parameters.get("id"), on: req.db) else { throw Abort(.notFound) }
        try await list.delete(on: req.db)
                  ^^^^^^^^^^^^^^^^^^^^^^^ unverified
        return .noContent
      }
      """
    ),
    RuleExample(
      "swift",
      "Who asks is asked",
      """
      import Vapor

      func removeList(req: Request) async throws -> HTTPStatus {
        let user = try req.auth.require(User.self)
        guard let list = try await user.lists(id: req.parameters.get("id"), on: req.db) else { throw Abort(.notFound) }
        try await list.delete(on: req.db)
        return .noContent
      }
      """
    ),
    RuleExample(
      "csharp",
      "An action that removes any document",
      """
      using Microsoft.AspNetCore.Mvc;

      public class DocumentsController : ControllerBase {
        private readonly DocumentRepository _repository;

        [HttpDelete("{id}")]
        public async Task<IActionResult> Remove(int id) {
          await _repository.DeleteAsync(id);
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          return NoContent();
        }
      }
      """
    ),
    RuleExample(
      "csharp",
      "The controller is for those who signed in",
      """
      using Microsoft.AspNetCore.Mvc;

      [Authorize(Policy = "DocumentOwner")]
      public class DocumentsController : ControllerBase {
        private readonly DocumentRepository _repository;

        [HttpDelete("{id}")]
        public async Task<IActionResult> Remove(int id) {
          await _repository.DeleteAsync(id);
          return NoContent();
        }
      }
      """
    ),
    RuleExample(
      "ruby",
      "Any comment can be destroyed",
      """
      class CommentsController < ApplicationController
        def destroy
          comment = Comment.find(params[:id])
          comment.destroy
          ^^^^^^^^^^^^^^^ unverified
          head :no_content
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "Who is signed in is asked before",
      """
      class CommentsController < ApplicationController
        before_action :authenticate_user!

        def destroy
          comment = current_user.comments.find(params[:id])
          comment.destroy
          head :no_content
        end
      end
      """
    ),
    RuleExample(
      "php",
      "A controller that trusts the number",
      #"""
      <?php
      namespace App\Http\Controllers;

      use App\Models\Invoice;
      use Illuminate\Http\Request;

      class InvoiceController extends Controller {
          public function destroy(Request $request, int $id) {
              $invoice = Invoice::findOrFail($id);
              $invoice->delete();
              ^^^^^^^^^^^^^^^^^^ unverified
              return response()->noContent();
          }
      }
      """#
    ),
    RuleExample(
      "php",
      "A policy decides",
      #"""
      <?php
      namespace App\Http\Controllers;

      use App\Models\Invoice;
      use Illuminate\Http\Request;

      class InvoiceController extends Controller {
          public function destroy(Request $request, int $id) {
              $invoice = Invoice::findOrFail($id);
              $this->authorize('delete', $invoice);
              $invoice->delete();
              return response()->noContent();
          }
      }
      """#
    ),
    RuleExample(
      "rust",
      "The path alone says which",
      """
      use actix_web::{delete, web, HttpResponse};

      #[delete("/notes/{id}")]
      async fn remove(id: web::Path<i64>, note_repo: web::Data<NoteRepo>) -> HttpResponse {
          note_repo.delete(id.into_inner()).await;
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          HttpResponse::NoContent().finish()
      }
      """
    ),
    RuleExample(
      "rust",
      "The owner is a part of the question",
      """
      use actix_web::{delete, web, HttpResponse};

      #[delete("/notes/{id}")]
      async fn remove(id: web::Path<i64>, identity: Identity, note_repo: web::Data<NoteRepo>) -> HttpResponse {
          note_repo.delete_of(identity.id(), id.into_inner()).await;
          HttpResponse::NoContent().finish()
      }
      """
    ),
  ]
}
