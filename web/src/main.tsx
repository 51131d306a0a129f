import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Provider } from "urql";
import { client } from "./api/client.ts";
import { router } from "./app/router.tsx";
import { Texts } from "./texts/language.tsx";
import "./style/index.css";

const place = document.getElementById("app");
if (place) {
  createRoot(place).render(
    <StrictMode>
      <Texts>
        <Provider value={client}>
          <RouterProvider router={router} />
        </Provider>
      </Texts>
    </StrictMode>,
  );
}
